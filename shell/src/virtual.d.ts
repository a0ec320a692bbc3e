// Modules that vite.config.ts writes at build time.

declare module "virtual:waiter-engine" {
  const files: { glue: string; others: Record<string, string> };
  export default files;
}

declare module "virtual:waiter-lessons" {
  const lessons: {
    id: string;
    order: number;
    title: string;
    subtitle: string;
    summary: string;
    steps: number;
    exercises: number[];
    url: string;
  }[];
  export default lessons;
}

declare module "virtual:waiter-fonts.css" {
  const nothing: undefined;
  export default nothing;
}
