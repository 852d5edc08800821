package rule

import (
	"fmt"
	"strings"

	"cloud.google.com/go/civil"
)

// Moment is a day with an optional time of day, without a time zone: the clock
// on the wall in Việt Nam. It is written "2021-08-09" or "2021-08-09T14:00".
type Moment struct {
	Date  civil.Date
	Time  civil.Time // meaningful only where Timed
	Timed bool
}

// On is the moment of a day whose hour is not known.
func On(d civil.Date) Moment { return Moment{Date: d} }

// At is a moment with its hour and minute.
func At(d civil.Date, hour, minute int) Moment {
	return Moment{Date: d, Time: civil.Time{Hour: hour, Minute: minute}, Timed: true}
}

// IsZero reports whether no moment is given.
func (m Moment) IsZero() bool { return m == Moment{} }

// IsValid reports whether the day, and the time if given, exist.
func (m Moment) IsValid() bool { return m.Date.IsValid() && (!m.Timed || m.Time.IsValid()) }

// Before reports whether m is before o. On the same day it is known only where both
// have a time of day.
func (m Moment) Before(o Moment) (before, known bool) {
	switch {
	case m.Date != o.Date:
		return m.Date.Before(o.Date), true
	case !m.Timed || !o.Timed:
		return false, false
	default:
		return m.Time.Before(o.Time), true
	}
}

// KnownBefore reports whether m is certainly before o: both exist, and their days or their times
// of day tell.
func (m Moment) KnownBefore(o Moment) bool {
	before, known := m.Before(o)
	return m.IsValid() && o.IsValid() && before && known
}

// ParseMoment reads "2021-08-09", "2021-08-09T14:00" or "2021-08-09T14:00:30", also with
// a fraction of a second.
// A time zone is refused: the module has no clock and no place.
func ParseMoment(s string) (Moment, error) {
	day, clock, timed := strings.Cut(s, "T")
	d, err := ParseDay(day)
	if err != nil {
		return Moment{}, err
	}
	if !timed {
		return Moment{Date: d}, nil
	}
	if len(clock) == len("14:00") {
		clock += ":00"
	}
	// The time package also takes "9:00:00", a comma, and more digits than it keeps.
	t, err := civil.ParseTime(clock)
	if err != nil || !t.IsValid() || clock[2] != ':' || len(clock) > len("14:00:30.123456789") || strings.Contains(clock, ",") {
		return Moment{}, NewMisread(s, nil, "giờ ghi dạng 2021-08-09T14:00, theo giờ Việt Nam, không kèm múi giờ", "a time of day is written 2021-08-09T14:00, on the clock in Việt Nam, without a zone")
	}
	return Moment{Date: d, Time: t, Timed: true}, nil
}

// String is the form that ParseMoment reads; the zero Moment is "".
func (m Moment) String() string {
	switch {
	case m.IsZero():
		return ""
	case !m.Timed:
		return m.Date.String()
	case m.Time.Second == 0 && m.Time.Nanosecond == 0:
		return fmt.Sprintf("%sT%02d:%02d", m.Date, m.Time.Hour, m.Time.Minute)
	default:
		return m.Date.String() + "T" + m.Time.String()
	}
}

// In says the moment: "14:00 ngày 09/8/2021".
func (m Moment) In(l Lang) string {
	if !m.Timed {
		return FormatDate(m.Date, l)
	}
	clock := fmt.Sprintf("%02d:%02d", m.Time.Hour, m.Time.Minute)
	if l == En {
		return FormatDate(m.Date, l) + " " + clock
	}
	return clock + " ngày " + FormatDate(m.Date, l)
}

// MarshalText writes the form that ParseMoment reads.
func (m Moment) MarshalText() ([]byte, error) {
	if !m.IsZero() && !m.IsValid() {
		return nil, NewMisread(m.String(), ErrNotADay, "thời điểm không có thật", "the moment does not exist")
	}
	if d := m.Date; !m.Timed && !m.IsZero() && d.Year >= 1000 && d.Year <= 9999 { // most are days
		return []byte{digit(d.Year / 1000), digit(d.Year / 100), digit(d.Year / 10), digit(d.Year), '-',
			digit(int(d.Month) / 10), digit(int(d.Month)), '-', digit(d.Day / 10), digit(d.Day)}, nil
	}
	return []byte(m.String()), nil
}

func digit(n int) byte { return byte('0' + n%10) }

// UnmarshalText reads as ParseMoment does; "" is the zero Moment.
func (m *Moment) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*m = Moment{}
		return nil
	}
	read, err := ParseMoment(string(b))
	if err != nil {
		return err
	}
	*m = read
	return nil
}
