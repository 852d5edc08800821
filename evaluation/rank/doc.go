// Package rank puts people or units in order by exact scores, and applies the quota on the
// rating Excellent («Hoàn thành xuất sắc nhiệm vụ»). A [Policy] judges a [List]:
//
//	policy := rank.Policy{Breakers: []string{"task points"}, Quota: &rank.Quota{Ratio: rule.Int(20)}}
//	answer, err := policy.Order(list)            // err = misuse only
//	if err != nil { return err }
//	for _, o := range answer.Outcomes() { fmt.Println(o.Place, o.ID, o.Status, answer.Why(o)) }
//
// # Order
//
// Equal scores have equal places, counted as in a competition (1, 2, 2, 4) or without gaps
// (1, 2, 2, 3). Only a tie-breaker that the policy declares decides between them, and it is a
// figure: the order of names and the order of the list never do. A score is compared exactly:
// 89.9966… is below 90.
//
// # Quota
//
// A quota counts in each unit, and in each group of similar duties of the unit; both bind.
// The same 20 % is counted in several ways, of 24 people of whom 8 reached Excellent:
//
//	of those rated Good after the cut     (8 + 16) × 20/120   4     the default
//	of those rated Good before the cut    16 × 20/100         3
//	of those rated Good or better         24 × 20/100         4.8
//	of all that are rated (30)            30 × 20/100         6
//
// Where a text leaves the way open and another way allows another number, the answer says so
// ([AdviceDenominator]). A person above the quota becomes Good and keeps the score. Where
// several are equal at the last place, none of them is cut and none is kept: the answer is
// [NeedsDecision]. A rating or a score that is missing leaves a unit open. Where the unit's own
// rating is missing, on which the higher ratio depends, or that ratio is not confirmed, those are
// open who fare otherwise by it.
//
//	entries                at most 100,000
//	ratio                  0 to 100 %
//	tie-breakers           at most 8, the higher figure wins
//
// # JSON
//
// Lists, policies and answers carry the formats giupxa.rank-list/1, giupxa.rank-policy/1 and
// giupxa.rank-answer/1. A score is a text: "92.5" or "26999/300". The answer is the same,
// byte by byte but for the list kept in it, for every order of the entries; it carries what
// it rests on, and [Policy.Replay] calculates it again.
package rank
