package main

import (
	"errors"
	"net/http"
	"os"

	"github.com/giupxa/giupxa/criteria/rule"
)

// problem is an error of the service (RFC 9457), in the language asked for.
type problem struct {
	Type   string  `json:"type"`
	Title  string  `json:"title"`
	Status int     `json:"status"`
	Detail string  `json:"detail,omitempty"`
	Errors []fault `json:"errors"`
}

// fault is one thing that is wrong, and where.
type fault struct {
	Code      rule.Code   `json:"code,omitempty"`
	Pointer   *string     `json:"pointer,omitempty"` // into the body (RFC 6901)
	Parameter string      `json:"parameter,omitempty"`
	Origin    rule.Origin `json:"origin,omitzero"`
	Source    rule.Source `json:"source,omitzero"`
	Detail    string      `json:"detail"`
}

// kind is a kind of problem; its id ends the type's URN and never changes.
type kind struct {
	id     string
	status int
	title  rule.Text
}

// The kinds of problems.
var (
	notFound    = kind{"not-found", http.StatusNotFound, rule.Text{Vi: "không có địa chỉ này", En: "there is nothing at this address"}}
	noMethod    = kind{"method", http.StatusMethodNotAllowed, rule.Text{Vi: "địa chỉ này không nhận phương thức ấy", En: "the address does not take this method"}}
	parameter   = kind{"parameter", http.StatusBadRequest, rule.Text{Vi: "tham số của địa chỉ không đúng", En: "a parameter of the address is wrong"}}
	unreadable  = kind{"unreadable", http.StatusBadRequest, rule.Text{Vi: "nội dung gửi đến không đọc được", En: "the body cannot be read"}}
	mediaType   = kind{"media-type", http.StatusUnsupportedMediaType, rule.Text{Vi: "nội dung gửi đến phải là JSON, UTF-8, không nén", En: "the body must be JSON, in UTF-8 and not compressed"}}
	tooLarge    = kind{"too-large", http.StatusRequestEntityTooLarge, rule.Text{Vi: "nội dung gửi đến quá lớn", En: "the body is too large"}}
	tooSlow     = kind{"too-slow", http.StatusRequestTimeout, rule.Text{Vi: "nội dung gửi đến quá chậm", En: "the body comes too slowly"}}
	invalid     = kind{"invalid", http.StatusUnprocessableEntity, rule.Text{Vi: "nội dung gửi đến có lỗi", En: "the body has faults"}}
	unanswered  = kind{"unanswerable", http.StatusUnprocessableEntity, rule.Text{Vi: "câu hỏi không trả lời được", En: "the question cannot be answered"}}
	ownMistake  = kind{"internal", http.StatusInternalServerError, rule.Text{Vi: "dịch vụ có lỗi", En: "the service failed"}}
	problemType = "application/problem+json"
)

// failure is an error whose kind is known.
type failure struct {
	kind
	parameter string
	err       error // what is wrong, where there is more to say than the title
}

func (f failure) Error() string { return f.In(rule.En) }

func (f failure) Unwrap() error { return f.err }

// In says it in one language.
func (f failure) In(l rule.Lang) string {
	if f.err == nil {
		return f.title.In(l)
	}
	return rule.Tell(f.err, l)
}

// problemOf says an error as a problem. Only an error that no one foresaw is the service's own.
func problemOf(err error, l rule.Lang) problem {
	k, found := kindOf(err)
	p := problem{Type: "urn:giupxa:problem:" + k.id, Title: k.title.In(l), Status: k.status, Errors: []fault{}}
	var f failure
	switch {
	case k == ownMistake:
	case errors.As(err, &f) && f.parameter != "":
		p.Errors = append(p.Errors, fault{Parameter: f.parameter, Detail: f.In(l)})
	case len(found) == 0:
		if words := rule.Tell(err, l); words != p.Title {
			p.Detail = words
		}
	}
	for _, x := range found {
		at := x.Path.Pointer()
		p.Errors = append(p.Errors, fault{Code: x.Code(), Pointer: &at, Origin: x.Origin(), Source: x.Source(), Detail: x.In(l)})
	}
	return p
}

func kindOf(err error) (kind, rule.Findings) {
	var known failure
	var large *http.MaxBytesError
	var worded interface{ In(l rule.Lang) string }
	found, faulty := rule.FindingsIn(err)
	switch {
	case errors.As(err, &known):
		return known.kind, found
	case errors.As(err, &large):
		return tooLarge, nil
	case errors.Is(err, os.ErrDeadlineExceeded):
		return tooSlow, nil
	case faulty:
		return invalid, found
	case errors.As(err, &worded):
		return unanswered, nil
	default:
		return ownMistake, nil
	}
}
