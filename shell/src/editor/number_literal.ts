// A number in the program as something that can be turned: which literals, by which step, and how the result is
// written. Texts only; the dragging itself is number_drag.ts.

export interface NumberLiteral {
  /** The value in units of the last decimal: "1.50" is 150 with 2 decimals. */
  units: number;
  decimals: number;
}

const digits_max = 12;  // beyond this a double no longer counts the last decimal exactly

/** Null for what is better left to the keyboard: exponents, hexadecimal, complex, separators. */
export function read_literal(text: string): NumberLiteral | null {
  if (!/^(\d+|\d+\.\d*|\.\d+)$/.test(text)) return null;
  const [whole = "", fraction] = text.split(".");
  if (whole.length + (fraction?.length ?? 0) > digits_max) return null;
  if (fraction === undefined) return { units: Number(whole), decimals: 0 };
  // "1." and "1.0" turn in tenths.
  const decimals = Math.max(1, fraction.length);
  return { units: Math.round(Number(`${whole || "0"}.${fraction || "0"}`) * 10 ** decimals), decimals };
}

/** The literal that many steps further, never below zero: the sign in "-1" is not part of the literal. */
export function turned(literal: NumberLiteral, steps: number): string {
  const units = Math.max(0, literal.units + steps);
  if (literal.decimals === 0) return String(units);
  const scale = 10 ** literal.decimals;
  return `${Math.floor(units / scale)}.${String(units % scale).padStart(literal.decimals, "0")}`;
}
