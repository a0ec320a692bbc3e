"""/docs: a page of the application's own endpoints, without anything from elsewhere."""

from starlette.responses import HTMLResponse

_STYLE = ("body{font:16px system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}section{border:1px solid #8886;border-radius:.5rem;"
          "padding:.5rem 1rem;margin:.75rem 0}b{display:inline-block;min-width:4.5rem}code{font-size:1rem}small{color:#666}")


def page_of(app, request):
    from html import escape

    parts = []
    for path, operations in app.openapi()["paths"].items():
        for method, said in operations.items():
            taken = [f"<li><code>{escape(each['name'])}</code> <small>{each['in']}{', required' if each['required'] else ''}</small></li>"
                     for each in said.get("parameters", [])]
            body = "<li>a body</li>" if "requestBody" in said else ""
            parts.append(f"<section><b>{method.upper()}</b> <code>{escape(path)}</code> {escape(said['summary'])}"
                         f"<p>{escape(said.get('description', ''))}</p><ul>{''.join(taken)}{body}</ul></section>")
    title = escape(app.title)
    return HTMLResponse(f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - Docs</title><style>{_STYLE}</style></head>'
                        f"<body><h1>{title} <small>{escape(app.version)}</small></h1><p>{escape(app.description)}</p>{''.join(parts)}"
                        f'<p><a href="{escape(app.openapi_url)}">{escape(app.openapi_url)}</a></p></body></html>')


def get_swagger_ui_oauth2_redirect_html():
    """Where a provider of OAuth2 sends the browser back to; the page of the endpoints does not log in."""
    return HTMLResponse('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>OAuth2 redirect</title></head>'
                        "<body><script>window.close()</script></body></html>")
