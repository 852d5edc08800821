package sheet

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"github.com/giupxa/giupxa/criteria/rule"
)

// refused says why a cell cannot be used.
type refused struct {
	code rule.Code
	args []rule.Arg
}

func refuse(code rule.Code, cell Cell, args ...rule.Arg) *refused {
	return &refused{code, append([]rule.Arg{rule.A("given", rule.Shorten(cell.Text))}, args...)}
}

func told(err error) rule.Arg {
	var said *rule.Misread
	if errors.As(err, &said) {
		return rule.A("why", said.Words)
	}
	return rule.A("why", rule.Text{Vi: rule.Tell(err, rule.Vi), En: rule.Tell(err, rule.En)})
}

// value is what a cell says, as JSON has it.
func (c *Column) value(cell Cell, since1904 bool) (any, *refused) {
	if cell.Kind == Unusable {
		if cell.Code == ErrTruth {
			return nil, refuse(ErrTruth, cell, rule.A("list", cmp.Or(c.list(), c.How)))
		}
		return nil, refuse(cell.Code, cell)
	}
	switch c.As {
	case AsDay, AsMoment:
		return c.day(cell, since1904)
	case AsWhole:
		return whole(cell)
	case AsChoice:
		return c.choice(cell)
	case AsNumber, AsMark:
		if cell.Kind == Moment {
			return nil, refuse(ErrBecameDay, cell)
		}
		return strings.TrimSpace(cell.Text), nil
	case AsList, AsSource, AsText:
		switch cell.Kind {
		case Moment:
			return nil, refuse(ErrBecameDay, cell)
		case Number:
			return nil, refuse(ErrBecameNo, cell)
		}
	}
	text := strings.TrimSpace(cell.Text)
	switch c.As {
	case AsList:
		var list []string
		for _, item := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ';' }) {
			if item = strings.TrimSpace(item); item != "" {
				list = append(list, item)
			}
		}
		return list, nil
	case AsSource:
		source, err := rule.ParseSource(text)
		if err != nil {
			return nil, refuse(ErrValue, cell, told(err))
		}
		return source, nil
	}
	return text, nil
}

func whole(cell Cell) (any, *refused) {
	text := strings.TrimSpace(cell.Text)
	if n, err := strconv.Atoi(text); err == nil && cell.Kind != Moment {
		return n, nil
	}
	if cell.Kind == Moment {
		return nil, refuse(ErrBecameDay, cell)
	}
	return nil, refuse(ErrValue, cell, rule.A("why", rule.Text{Vi: "ghi một số nguyên, ví dụ 2022", En: "write a whole number, such as 2022"}))
}

func (c *Column) choice(cell Cell) (any, *refused) {
	switch cell.Kind {
	case Moment:
		return nil, refuse(ErrBecameDay, cell)
	case Number:
		if c.Open {
			return cell.Text, nil
		}
	}
	if value, found := c.cells[rule.Fold(cell.Text)]; found {
		return value, nil
	}
	if c.Open {
		return strings.TrimSpace(cell.Text), nil // the record says what it takes
	}
	words := make([]string, len(c.Choices))
	for i := range c.Choices {
		words[i] = c.Choices[i].Words
	}
	hint := rule.Text{}
	if n := near(cell.Text, words); n != "" {
		hint = rule.Text{Vi: " (có phải «" + n + "»?)", En: " (is it \"" + n + "\"?)"}
	}
	return nil, refuse(ErrChoice, cell, rule.A("list", c.list()), rule.A("near", hint))
}

func (c *Column) day(cell Cell, since1904 bool) (any, *refused) {
	switch cell.Kind {
	case Moment:
		if day, _, timed := strings.Cut(cell.Text, "T"); timed && c.As == AsDay {
			return day, nil // the hour says nothing here
		}
		return cell.Text, nil
	case Number:
		day, is := Serial(cell.Text, since1904)
		if !is {
			day = "?"
		}
		return nil, refuse(ErrNumberDay, cell, rule.A("day", day))
	}
	text := strings.TrimSpace(cell.Text)
	var err error
	if c.As == AsDay {
		_, err = rule.ParseDay(text)
	} else {
		_, err = rule.ParseMoment(text)
	}
	if err != nil {
		return nil, refuse(ErrTextDay, cell, told(err))
	}
	return text, nil
}
