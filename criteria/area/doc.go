// Package area finds the area of a commune of the ethnic-minority and mountainous region
// (xã khu vực I, II, III) under Decree 272/2025/NĐ-CP, from twelve conditions of the commune
// and three of its villages. Delimiting communes is a decision of the province, published by
// the ministry. This package calculates what it rests on, and never takes it.
//
//	r, err := area.Decree{}.Classify(commune)   // misuse only; what is not known stays open
//	if err != nil { return err }
//	fmt.Println(r.Area, r.Least, r.Most)        // "III", and how many conditions hold
//	dossier, found := r.Into(dossier)           // for the group of 51/2025/QĐ-TTg
//
// # What is asked
//
//	belongs   15 % or more, or 4,500 or more, of its people are of ethnic minorities; or two
//	          thirds of its land lie at 200 m or more, or two thirds of its villages are
//	          mountainous
//	area I    fewer than 3 of the 12 conditions hold
//	area II   3 to 5 hold
//	area III  6 or more hold; or 3 or more, and half of its villages or more are especially
//	          difficult
//
// A commune that does not belong lies outside the areas. A condition says that something is
// wanting: [criteria.Met] means that the condition holds, not that the commune does well.
// [Conditions] and [VillageConditions] list them with their bounds, each with its source. A
// village is especially difficult where it belongs to the region itself and two of its three
// conditions hold.
//
// Communes of the Mekong Delta have other bounds of poverty. Where the region is not given, a
// condition is decided only where both bounds give the same.
//
// # What is given
//
// A [Rate] is a percentage or, better, its counts: 19 of 20 villages. It is compared exactly. A
// percentage beside counts is compared with them and never used. What is not given is not
// known, never 0; a commune without boarding schools or farmland says so ([Rate.None]).
//
// The averages of the country ([National]) and the standards of health and culture are the
// host's to bring. Villages are listed, or counted ([Villages.Total]); without their total a
// list says nothing of the villages that it leaves out.
//
// The result as JSON (giupxa.area/1) holds every fact beside its bound; [Decree.Replay] finds it
// again. Communes are read as giupxa.area-commune/1, the settings as giupxa.area-decree/1.
//
// An area is given where all that is not known leaves the same one. Otherwise
// [Result.Possible] lists the areas, and the findings name the facts that would decide.
//
// # Readings
//
//	the words                        default                      alternative
//	-------------------------------  ---------------------------  ----------------------
//	«thấp hơn 50% so với» (income)   below half                   the bound itself too
//	                                                              ([Decree.IncomeAtHalf])
//	«nội trú … dưới 80%, bán trú …   one of them is enough        where it has both, both
//	dưới 60%» (boarding schools)                                  ([Decree.BothBoarding])
//
// A finding names the reading where its alternative would change the condition.
//
// # The list
//
// A commune's area is what the decision on it says ([Listed]). The calculation stands beside
// it: where the two differ, a finding says so. [Result.Into] gives a dossier the area of the
// list, or where no list is given the calculated one, and says which.
package area
