// Integers and registers in the store, in AssemblyScript: see ../point.ts for what a register is.

export const INT: i32 = 4;
export const REGISTER: i32 = 3;

export function int(at: i32): i32 {
  return load<i32>(at);
}
export function set(at: i32, k: i32, x: i32): void {
  store<i32>(at + k * INT, x);
}
export function rowsOf(register: i32): i32 {
  return int(register);
}
export function colsOf(register: i32): i32 {
  return int(register + INT);
}
export function atOf(register: i32): i32 {
  return int(register + 2 * INT);
}
/** How many entries the matrix has. */
export function countOf(register: i32): i32 {
  return rowsOf(register) * colsOf(register);
}
