// Package sheet reads records from rows of cells, whatever file they come from, and tells each
// fault at its cell.
//
// A [Form] is the columns of one kind of record. A column says at which place of the record's
// JSON its cells stand, so that the record's own decoder reads them and says what is wrong in
// its own words; a fault of the record at a path is a fault of the cell that stands there. What
// only a sheet can do wrong (a formula, a text in place of a day, a heading that was renamed) has
// codes of its own: see [Rules].
//
// A blank cell is a member that is not given, never 0.
package sheet
