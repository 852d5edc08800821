// Package worksheet asks for what nobody could read of a set of criteria, and takes it back.
//
// [Of] makes the sheet of a set: a row for each cell that is not confirmed or not known, with
// the number that the set has (the candidate) and how well it is known. [Sheet.WriteCSV] prints it
// for a spreadsheet. Whoever has the text writes the value, the page or article, who read it
// and when; [Sheet.Read] takes the sheet back and makes a [criteria.Overlay] of it, which
// [criteria.Set.Localize] lays over the set.
//
// A value is a number with a decimal point, or «đạt». A sign may stand before the number (≥, ≤,
// <); it must be that of the row. A cell of which nothing is known, or that the province
// sets, needs the sign. A row may name several columns and then takes one number, or one for each:
//
//	vùng hoặc nhóm: TDMNPB, ĐBSH, BTB, DHNTB, TN, ĐNB, ĐBSCL    giá trị: 95 99 98 98 98 99 98
//
// What the province sets it may set by zone, column, group or year; the zones of the sheet become
// those of the overlay:
//
//	vùng hoặc nhóm: khu vực 1, khu vực 2    giá trị: ≥ 80 ≥ 60
//
// Nothing is guessed: what a spreadsheet has rewritten (1.1 as a day, or as 1,1), a day that may
// be of two months, an empty cell left by merged ones are told with row and column. All faults are
// told at once, and the rows without one serve.
//
// [Sheet.Needs] tells which cells keep the answers of communes open, those first that would
// decide most.
package worksheet
