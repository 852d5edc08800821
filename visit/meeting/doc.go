// Package meeting judges how the assigned leaders were invited to a meeting of the commune,
// what they answered, who attended and what came of it; and it counts the days since the
// last contact with the steering committees. A meeting exists without a visit.
//
// # A policy judges a meeting
//
// [Policy] is the rulebook. Its Basis is the text of a province; the zero Basis is the 2021
// dispatch of package laocai. Each finding, due and fact rests on the passage of that text.
//
//	policy := meeting.Policy{}
//	found := policy.Check(m, roster)
//	if errors.Is(found.Err(), meeting.ErrNoneInvited) { … }
//	facts := policy.Records(m, roster)        // for duty.NewRegister
//	for _, due := range policy.Owed(m, roster) {
//		standing := due.Status(register, day) // Fulfilled, Breached or Unknown, a leader each
//	}
//
// # Which meetings count
//
// The text names meetings of villages, Party cells, agencies and mass organizations, and
// goes on with an ellipsis. Which further kinds count is a host's own list, [Policy.Kinds];
// without one the four count. A session of the People's Council is of another kind: nobody
// is owed an invitation to it, unless the host lists it. Of a meeting whose kind is not
// stated nothing is broken.
//
// # Who is invited
//
// All leaders assigned to the commune on the day of the meeting, by a Reading whose
// alternative is [Policy.AnyLeader]. An invitation is given before the meeting. The
// invitations of a record were given; others may have been given too, unless
// InvitationsComplete says that the list is whole: without it nothing is Broken.
//
// A leader accepts, delegates to the team, or declines; none of it breaks anything. Where
// the team comes in the leader's place, that is the team's own duty and is shown as such
// (Advice); by the alternative, [Policy.TeamForLeader], the leader attended.
//
// # Errors
//
// Check returns [rule.Findings], in the order of the record. The JSON formats are
// "giupxa.meeting/1", "giupxa.meeting-policy/1" and "giupxa.contact/1"; reading reports
// everything at once. All values are safe for concurrent use as long as nobody changes them.
package meeting
