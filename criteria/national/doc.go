// Package national holds the national sets of criteria for communes as tables:
//
//	id              standard   text                                            criteria  indicators
//	1980/QĐ-TTg     basic      Quyết định số 1980/QĐ-TTg ngày 17/10/2016             19          49
//	318/QĐ-TTg/I    basic      Quyết định số 318/QĐ-TTg ngày 08/3/2022, Phụ lục I    19          57
//	318/QĐ-TTg/II   advanced   Quyết định số 318/QĐ-TTg, Phụ lục II                  19          75
//	319/QĐ-TTg      model      Quyết định số 319/QĐ-TTg ngày 08/3/2022                4           4
//	51/2025/QĐ-TTg  basic      Quyết định số 51/2025/QĐ-TTg ngày 29/12/2025, Phụ lục I 10         47
//
// [InForce] gives the set that serves a standard on a day of assessment:
//
//	set, err := national.InForce(dossier.Standard, dossier.AsOf)
//
// Where none serves, the error is [rule.ErrGap] and says why: the set was never
// obtained (that of 2009, the model conditions of 2018, the pilot framework of
// modern communes), or the State set none. No neighbouring set is taken instead. A
// set whose time is over is still given by [ByID].
//
// # What is known
//
// None of the annexes could be read as a whole. Every number and every name
// therefore carries its own citation:
//
//   - [rule.Read]: a page prints the row of the decision itself, column by column;
//   - [rule.Secondary]: a page sums the decision up, or applies it: a digest, the
//     guidance of a ministry, a province's set, the result of a commune;
//   - [rule.Low] to [rule.High]: recalled, on no page; some such numbers proved
//     wrong when a page was found;
//   - [rule.NotObtained]: not known, and not guessed.
//
// The source of a confirmed cell is the document whose number it is, its Page the
// address at which it was read. The Coverage of a set counts its cells by degree. A
// page that misprints a cell confirms its other cells only.
//
// A number below Secondary is judged Unknown unless the caller accepts less. What
// was not obtained is supplied by an overlay, with its source: the missing cells of
// 318/QĐ-TTg, 43 of the 47 indicators of 51/2025/QĐ-TTg, and what the decisions leave to the
// province. An indicator that the province sets is Unknown until then.
//
// # Time
//
// The rows that 211/QĐ-TTg amended stand twice, each with the days on which it holds;
// the day of assessment chooses. So do the rows of 51/2025/QĐ-TTg: what they demand is
// known from 27/6/2026 on, when 52/2026/TT-BTC came into force. The income floors go by the dossier year. Three
// readings decide how far the sets reach; [Reach] takes their alternatives and
// [Basis] says which of them an answer rests on:
//
//   - 1980/QĐ-TTg also serves 2021 and until 07/3/2022;
//   - its floor of 2020, the last one printed, serves 2021;
//   - 318/QĐ-TTg and 319/QĐ-TTg serve until 14/02/2026.
//
// # Keys
//
// Indicator numbers mean different things in different sets. Rows with parts take
// these readings:
//
//	1980  17.1   hygienic, clean
//	318/I 3.2    mandatory (pass), score;   also 3.6 of 318/II
//	318/I 5      minimum, level1, with the attribute @schools
//	318/I 7      market, else shop;         also 7 of 318/II
//	318/I 12.1, 12.2, 14.2, 15.1; 318/II 12.1, 12.2, 14.1–14.3: female, male
//	318/I 13.1   from 01/3/2024: cooperative or group
//	318/I 14.1   preschool (pass), grade1 (%), primary, lower-secondary, literacy (levels)
//	318/I 17.1   total, centralised
//	318/I 18.4   from 01/3/2024: documents, information, mediation
//	318/II 5.1   level1 (%), level2 (schools)
//	51    3.1    the income per head, and previous: that of the year before; not the rate
//	51    3.6    lawful, profit-2-years (pass), services, members, and for each of the two
//	             years before growth-1 (%) or joined-1 (persons), growth-2 or joined-2
//	51    3.9    support (pass), new-businesses (% a year), insured and insured/previous
//	51    3.10   planned, established, land (pass), with the attribute @zone-asked
//
// 11 of 318/QĐ-TTg counts poor and near-poor households, 11.1 of 1980/QĐ-TTg the poor
// only. 8.2 of annex II asks for the area of the commune, which its profile gives.
package national
