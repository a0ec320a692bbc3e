# What holds of every token, and what is refused.
import re
import secrets

print(len(secrets.token_hex()), len(secrets.token_hex(5)), len(secrets.token_bytes()), len(secrets.token_urlsafe()), repr(secrets.token_hex(0)))
print(len({secrets.token_hex(8) for _ in range(50)}), bool(re.fullmatch(r"[\w-]+", secrets.token_urlsafe(20))), type(secrets.token_bytes(3)))
print(all(0 <= secrets.randbelow(10) < 10 for _ in range(100)), secrets.choice([4]), secrets.randbits(0), 0 <= secrets.randbits(8) < 256)
print(secrets.compare_digest("a", "a"), isinstance(secrets.SystemRandom().random(), float))
for call in (lambda: secrets.randbelow(0), lambda: secrets.randbelow(-3), lambda: secrets.choice([]), lambda: secrets.token_bytes("a"),
             lambda: secrets.compare_digest("é", "é")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__)
