// Virtual times in words: three decimals, because a millisecond is the least that a lesson tells apart.

export function seconds(t: number): string {
  return t.toFixed(3);
}

export function milliseconds(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return `${(ms / 1000).toFixed(1)} s`;
}
