// Package poverty holds the national household poverty standards of Việt Nam
// since 2016, classifies a household by them, and makes the poverty rate of a
// commune of its counts.
//
// # Standards
//
// [InForce] gives the standard of a day together with the text that applies it.
// No neighbouring standard is ever taken instead of one that is missing. A province
// with standards of its own gives them to a [Review], in code or as JSON; the edition of
// the review, which stands in each answer, covers them and every other setting.
//
//	2016–2020  59/2015/QĐ-TTg
//	2021       59/2015/QĐ-TTg, continued by Decree 07/2021/NĐ-CP, Article 2
//	2022–2025  07/2021/NĐ-CP, Article 3
//	2026       07/2021/NĐ-CP, extended by Decree 351/2025/NĐ-CP
//	2027–2030  351/2025/NĐ-CP
//
// Amounts are VND per person per month; a household at a line is within it.
// Since 2022 a household is poor or near-poor only where its income is within the
// line: three deprivations or more then make it poor, fewer near-poor. Under
// 59/2015/QĐ-TTg an income within the policy line was enough to be poor.
//
// # Households
//
// A [Review] judges a [Household]. The [Classification] names the class, the tests
// that led to it with what was compared with what, and what is missing. A class is
// given only where everything that is not known leaves the same class: a household
// above the line is neither poor nor near-poor whatever its deprivations; with two
// deprivations known, nine denied and one not asked, "three or more" stays open.
//
// A line, an indicator or a score that no page confirms is not used, and the
// findings say so; [Review.Accept] lowers the floor and every cell that is then
// used is listed. The lists of indicators of 59/2015/QĐ-TTg and 351/2025/NĐ-CP are such
// cells, and so is the income of an average-living household under 59/2015/QĐ-TTg. The
// count of deprivations in [Household.Deprived] needs no list.
//
// The survey scores, the twelve tests ([Indicator.Deprived]) and the average living of
// 2022–2026 were read in Circular 07/2021/TT-BLĐTBXH as 1315/VBHN-BLĐTBXH prints it. Its
// points for sheet B1 are not held: a household brings its B1.
//
// # Rates
//
// [Counts] gives two rates: [Counts.Multidimensional], poor and near-poor together,
// and [Counts.PoorOnly]. A set of criteria says which of the two it means. A [Share]
// is exact: it is compared without dividing.
//
// What a document prints beside its counts (a sum, rates, parts, the movement since the
// review before) is compared with what the counts give and never used. A figure that is
// rounded or cut at its own digits is advice; any other is a contradiction, and the record
// then has no rate, since nobody can tell which of its figures is wrong.
package poverty
