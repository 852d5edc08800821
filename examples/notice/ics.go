package main

import (
	"strings"
	"time"
	"unicode/utf8"

	"cloud.google.com/go/civil"

	"github.com/giupxa/giupxa/criteria/rule"
)

// calendar writes the visits, and the last days on which the communes can be told, as an
// iCalendar file (RFC 5545). The moment at which it is made is given: the same visits give
// the same file, and importing it again changes the events it made before.
func (in *input) calendar(list []answer) string {
	var w ics
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//giupxa//notice//VI")
	w.line("CALSCALE", "GREGORIAN")
	w.line("METHOD", "PUBLISH")
	stamp := utc(in.Stamp)
	for _, a := range list {
		if !a.Start.IsValid() {
			continue
		}
		commune := in.name(string(a.Commune))
		w.begin("visit", a, stamp)
		w.moments(a)
		w.text("SUMMARY", "Đi cơ sở: "+commune)
		w.text("LOCATION", commune)
		w.text("DESCRIPTION", strings.Join(append(contents(a.Visit), "Báo xã chậm nhất: "+in.latest(a, rule.Vi)), "\n"))
		status := "CONFIRMED"
		if a.Dropped != nil && !a.Made {
			status = "CANCELLED"
		}
		w.line("STATUS", status)
		w.line("END", "VEVENT")
		if a.err != nil || status == "CANCELLED" {
			continue
		}
		w.begin("last-day", a, stamp)
		w.days(a.last.End, a.last.End)
		w.text("SUMMARY", "Hạn báo "+commune+" về chuyến đi ngày "+rule.FormatDate(a.Start.Date, rule.Vi))
		w.text("DESCRIPTION", a.last.String())
		w.line("TRANSP", "TRANSPARENT")
		w.line("END", "VEVENT")
	}
	w.line("END", "VCALENDAR")
	return w.String()
}

// ics writes lines that end in CRLF and have at most 75 octets; a longer one goes on after a
// space in the next, and no letter is cut.
type ics struct{ strings.Builder }

const octets = 75

func (w *ics) line(name, value string) {
	rest := name + ":" + value
	for most := octets; len(rest) > most; most = octets - 1 {
		cut := most
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		w.WriteString(rest[:cut] + "\r\n ")
		rest = rest[cut:]
	}
	w.WriteString(rest + "\r\n")
}

// controls are what a text may not hold.
func controls(r rune) rune {
	if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
		return -1
	}
	return r
}

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// text writes a property that holds a text.
func (w *ics) text(name, value string) {
	value = strings.Map(controls, strings.ReplaceAll(strings.ToValidUTF8(value, ""), "\r\n", "\n"))
	w.line(name, escapes.Replace(value))
}

// begin begins an event. Its id is made of what names the visit, so that it stays the same.
func (w *ics) begin(kind string, a answer, stamp string) {
	w.line("BEGIN", "VEVENT")
	w.line("UID", kind+"-"+rule.Digest([]string{string(a.Commune), a.ID})[:32]+"@giupxa")
	w.line("DTSTAMP", stamp)
}

// moments writes when a visit begins and ends: whole days where no hour is stated. An end
// that is not stated is left out.
func (w *ics) moments(a answer) {
	end := a.End
	if !end.IsValid() || end.Date.Before(a.Start.Date) {
		end = rule.Moment{}
	}
	if !a.Start.Timed {
		last := a.Start.Date
		if !end.IsZero() {
			last = end.Date
		}
		w.days(a.Start.Date, last)
		return
	}
	w.line("DTSTART", utc(a.Start))
	if end.Timed && a.Start.KnownBefore(end) {
		w.line("DTEND", utc(end))
	}
}

// days writes whole days; the end of an iCalendar event is the day after its last.
func (w *ics) days(first, last civil.Date) {
	w.line("DTSTART;VALUE=DATE", date(first))
	w.line("DTEND;VALUE=DATE", date(last.AddDays(1)))
}

func date(d civil.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// vietnam is the clock on the wall: seven hours before UTC, all year round.
var vietnam = time.FixedZone("+07", 7*60*60)

func utc(m rule.Moment) string {
	at := time.Date(m.Date.Year, m.Date.Month, m.Date.Day, m.Time.Hour, m.Time.Minute, m.Time.Second, 0, vietnam)
	return at.UTC().Format("20060102T150405Z")
}
