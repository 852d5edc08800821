package assignment

import (
	"slices"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/assignment/org"
	"github.com/giupxa/giupxa/criteria/rule"
)

// Leader is a head or deputy head of a body, assigned to help a commune (lãnh đạo
// được phân công giúp đỡ xã). It is not a leader of the commune. ID is the host's
// key of the person; findings name the post and the body, never the person.
type Leader struct {
	ID        string        `json:"id" validate:"required,max=100"`
	Post      string        `json:"post" validate:"max=200"` // "Giám đốc"
	Body      org.BodyID    `json:"body" validate:"required,max=100"`
	Personnel PersonnelKind `json:"personnel,omitzero"`
}

// In is the post and the body, which findings name.
func (l Leader) In(rule.Lang) string {
	if rule.Blank(l.Post) {
		return string(l.Body)
	}
	return l.Post + ", " + string(l.Body)
}

// Member is a member of an assisting team (thành viên Tổ giúp việc).
type Member struct {
	ID   string `json:"id" validate:"required,max=100"`
	Post string `json:"post" validate:"max=200"`
}

// Assignment says that a leader helps a commune in a role for a span of days.
type Assignment struct {
	ID      string       `json:"id" validate:"required,max=100"`
	Leader  string       `json:"leader" validate:"required,max=100"`
	Commune org.UnitCode `json:"commune" validate:"required,max=16"`
	Role    Role         `json:"role,omitzero"` // zero: Helper
	Span    rule.Span    `json:"span,omitzero"`
	End     EndReason    `json:"end,omitzero"`
	// Decision is the document that assigns.
	Decision rule.Source `json:"decision,omitzero"`
	// Replaces is the commune that the decision says the leader leaves for this one.
	Replaces org.UnitCode `json:"replaces,omitempty"`
	// Team is the leader's assisting team (Tổ giúp việc) for this commune.
	Team []Member `json:"team,omitempty" validate:"dive"`
}

// clone shares no list with the assignment.
func (a Assignment) clone() Assignment {
	a.Team = slices.Clone(a.Team)
	return a
}

// DaysIn counts the days of a calendar year on which the assignment is active,
// and the days of that year: 232 of 365 from 14/5/2021. What such a share is
// worth is the host's to say; no text does.
func (a Assignment) DaysIn(year int) (days, of int) {
	all := rule.Year(year)
	of, _ = all.Days()
	if common, ok := all.Intersect(a.Span); ok && a.Span.Check() == nil {
		days, _ = common.Days()
	}
	return days, of
}

// DistrictHelper is a member of the district's steering committee or a head of a
// district division, whom the district assigned to help a commune. The district level
// ended on 30/6/2025.
type DistrictHelper struct {
	ID      string       `json:"id" validate:"required,max=100"`
	Post    string       `json:"post" validate:"max=200"`
	Body    org.BodyID   `json:"body" validate:"required,max=100"`
	Commune org.UnitCode `json:"commune" validate:"required,max=16"`
	Span    rule.Span    `json:"span,omitzero"`
	// Told is the day on which the district told each provincial leader, by the
	// leader's id.
	Told map[string]civil.Date `json:"told,omitempty"`
}

// CoordinatingBody is a body that supports a commune beside an assigned leader
// (đơn vị phối hợp).
type CoordinatingBody struct {
	Body org.BodyID `json:"body" validate:"required,max=100"`
	// Assignment is the one it supports.
	Assignment string `json:"assignment" validate:"max=100"`
	// Sponsors is set where it backs the commune (đỡ đầu) beyond coordinating.
	Sponsors bool      `json:"sponsors,omitempty"`
	Span     rule.Span `json:"span,omitzero"` // zero: as long as the assignment
}

// CriterionOwner is the body in charge of a criterion (cơ quan phụ trách tiêu
// chí) as the province's list says. Numbers of criteria mean
// different things in different sets, so it is keyed by both.
type CriterionOwner struct {
	Set       string     `json:"set" validate:"required,max=100"`      // id of the criteria set
	Criterion string     `json:"criterion" validate:"required,max=20"` // "2" or "17.1"
	Body      org.BodyID `json:"body" validate:"required,max=100"`
	Span      rule.Span  `json:"span,omitzero"`
}

// Handover says that what was unsettled in a commune was handed over when an
// assignment ended (bàn giao). No text asks for it; see [Policy].
type Handover struct {
	Assignment string      `json:"assignment" validate:"required,max=100"` // the one that ended
	On         civil.Date  `json:"on,omitzero"`
	Document   rule.Source `json:"document,omitzero"`
}

// Entries is what a roster is made of: the input record of [NewRoster].
type Entries struct {
	Leaders         []Leader           `json:"leaders" validate:"dive"`
	Assignments     []Assignment       `json:"assignments" validate:"dive"`
	DistrictHelpers []DistrictHelper   `json:"districtHelpers,omitempty" validate:"dive"`
	Coordinating    []CoordinatingBody `json:"coordinating,omitempty" validate:"dive"`
	CriterionOwners []CriterionOwner   `json:"criterionOwners,omitempty" validate:"dive"`
	Handovers       []Handover         `json:"handovers,omitempty" validate:"dive"`
}
