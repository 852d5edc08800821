package org

import (
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// UnitCode is the code of an administrative unit as the statistics office gives
// it: "02743". Codes were reused in 2025, so a code names a unit only together
// with a day.
type UnitCode string

// Unit is an administrative unit (đơn vị hành chính): a territory, not an agency.
// It is the same unit only where code and validity are the same.
type Unit struct {
	Code   UnitCode    `json:"code" validate:"required,max=16"`
	Name   string      `json:"name" validate:"required,max=200"` // without its kind: "Phìn Ngan"
	Kind   UnitKind    `json:"kind" validate:"required"`
	Parent UnitCode    `json:"parent,omitempty"`
	Span   rule.Span   `json:"span,omitzero"`
	Source rule.Source `json:"source,omitzero"`
}

// Level is the level of government of the unit.
func (u Unit) Level() Level { return u.Kind.Level() }

// In is the full name: "xã Phìn Ngan", in English "Phìn Ngan commune".
func (u Unit) In(l rule.Lang) string {
	if l == rule.En {
		return strings.TrimSpace(u.Name + " " + u.Kind.In(l))
	}
	return strings.TrimSpace(u.Kind.In(l) + " " + u.Name)
}

// String is the full name in Vietnamese.
func (u Unit) String() string { return u.In(rule.Vi) }
