package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"net/url"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/form"
)

// limits bound what one request can take.
type limits struct {
	body  int64         // bytes of a body, and of a line of a batch
	batch int64         // bytes of a batch
	idle  time.Duration // how long a batch may send or take nothing
}

var usual = limits{body: 4 << 20, batch: 1 << 30, idle: 30 * time.Second}

// service answers questions. It keeps nothing but its own counts.
type service struct {
	limits
	log   *slog.Logger
	now   func() time.Time
	meter *meter
	mux   *http.ServeMux
}

func newService(log *slog.Logger, l limits) *service {
	s := &service{limits: l, log: log, now: time.Now, meter: newMeter(), mux: http.NewServeMux()} //nolint:forbidigo // it times itself; no answer depends on it
	for _, r := range s.routes() {
		s.mux.Handle(r.pattern(), s.handle(r))
	}
	return s
}

// route is one question that can be asked.
type route struct {
	method, path string
	about        string
	query        []query
	body         any    // what the body is read into; nil where there is none
	lines        bool   // the body is one record a line
	answer       string // what it is: the id of a published schema, or words
	media        string // of the answer; JSON where it is not stated
	do           func(*call) error
}

func (r route) pattern() string { return r.method + " " + r.path }

// query is a parameter of an address.
type query struct {
	name, about string
	oneOf       []string
	required    bool
}

// call is one request.
type call struct {
	*service
	route
	w    http.ResponseWriter
	r    *http.Request
	lang rule.Lang
	args url.Values
}

// ServeHTTP answers, counts and logs a request.
func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	began := s.now()
	out := &recorder{ResponseWriter: w, status: http.StatusOK}
	handler, pattern := s.mux.Handler(r)
	defer func() {
		if cause := recover(); cause != nil {
			s.log.Error("panic", "route", pattern, "cause", cause, "stack", string(debug.Stack()))
			if out.wrote {
				panic(http.ErrAbortHandler)
			}
			s.fail(out, r, errors.New("panic"))
		}
		took := s.now().Sub(began)
		s.meter.count(pattern, out.status, took)
		s.log.Info("request", "method", r.Method, "path", rule.Shorten(r.URL.Path), "route", pattern, "status", out.status, "bytes", out.bytes, "took", took)
	}()
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if pattern == "" {
		s.nowhere(out, r, handler)
		return
	}
	s.mux.ServeHTTP(out, r) // which sets the values of the path
}

// nowhere says in the service's own words that there is no such address or method.
func (s *service) nowhere(w http.ResponseWriter, r *http.Request, handler http.Handler) {
	probe := &unsent{header: http.Header{}}
	handler.ServeHTTP(probe, r)
	if probe.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", probe.header.Get("Allow"))
		s.fail(w, r, failure{kind: noMethod})
		return
	}
	s.fail(w, r, failure{kind: notFound})
}

func (s *service) handle(r route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		c := &call{service: s, route: r, w: w, r: req, lang: language(req)}
		err := c.arguments()
		if err == nil {
			err = r.do(c)
		}
		if err != nil {
			s.fail(w, req, err)
		}
	})
}

// fail answers with a problem.
func (s *service) fail(w http.ResponseWriter, r *http.Request, err error) {
	l := language(r)
	p := problemOf(err, l)
	if p.Status >= http.StatusInternalServerError {
		s.log.Error("failed", "path", rule.Shorten(r.URL.Path), "error", err)
	}
	w.Header().Set("Content-Language", languageCode[l])
	w.Header().Set("Vary", "Accept-Language")
	_ = write(w, problemType, p.Status, p)
}

// arguments reads the parameters of the address: those of the route, each once.
func (c *call) arguments() error {
	args, err := url.ParseQuery(c.r.URL.RawQuery)
	if err != nil {
		return failure{parameter, "", rule.NewMisuse(nil, rule.Text{Vi: "phần sau dấu «?» không đọc được", En: "what follows the question mark cannot be read"})}
	}
	for name, values := range args {
		q := c.parameter(name)
		switch {
		case q == nil:
			return wrong(name, "không có tham số này", "there is no such parameter here")
		case len(values) > 1:
			return wrong(name, "tham số được ghi nhiều lần", "the parameter is given more than once")
		case len(q.oneOf) > 0 && !slices.Contains(q.oneOf, values[0]):
			list := strings.Join(q.oneOf, ", ")
			return wrong(name, "giá trị là một trong: "+list, "the value is one of "+list)
		}
	}
	for _, q := range c.query {
		if q.required && !args.Has(q.name) {
			return wrong(q.name, "thiếu tham số này", "the parameter is missing")
		}
	}
	c.args = args
	return nil
}

func (c *call) parameter(name string) *query {
	for i := range c.query {
		if c.query[i].name == name {
			return &c.query[i]
		}
	}
	return nil
}

func wrong(name, vi, en string) error {
	return failure{parameter, rule.Shorten(name), rule.NewMisuse(nil, rule.Text{Vi: vi, En: en})}
}

// text reads the body as one JSON text.
func (c *call) text() ([]byte, error) {
	if err := c.checkMedia("application/json"); err != nil {
		return nil, err
	}
	data, err := io.ReadAll(http.MaxBytesReader(c.w, c.r.Body, c.limits.body))
	if err != nil {
		return nil, cut(err)
	}
	return readText(data)
}

// readText is a JSON text as it came.
func readText(data []byte) ([]byte, error) {
	text, err := form.Text(data)
	if err != nil {
		return nil, failure{kind: unreadable, err: err}
	}
	return text, nil
}

// cut is the error of a body that did not come whole.
func cut(err error) error {
	if k, _ := kindOf(err); k != ownMistake {
		return failure{kind: k}
	}
	return failure{kind: unreadable, err: rule.NewMisuse(nil, rule.Text{Vi: "nội dung bị cắt ngang", En: "the body breaks off"})}
}

// checkMedia refuses a body that says it is something else. One that says nothing is read.
func (c *call) checkMedia(want string) error {
	encoding := c.r.Header.Get("Content-Encoding")
	given := c.r.Header.Get("Content-Type")
	if given == "" && encoding == "" {
		return nil
	}
	media, params, err := mime.ParseMediaType(given)
	charset := params["charset"]
	fits := media == want || want == "application/json" && strings.HasPrefix(media, "application/") && strings.HasSuffix(media, "+json")
	if given != "" && (err != nil || !fits) || charset != "" && !strings.EqualFold(charset, "utf-8") || encoding != "" && encoding != "identity" {
		return failure{mediaType, "", rule.NewMisuse(nil, rule.Text{Vi: "Content-Type phải là " + want, En: "the Content-Type must be " + want})}
	}
	return nil
}

// decode reads the body into a record with all faults at once.
func (c *call) decode(record any) error {
	text, err := c.text()
	if err != nil {
		return err
	}
	return form.Decode(text, "", record)
}

// reply answers with a document.
func (c *call) reply(document any) error {
	c.w.Header().Set("Cache-Control", "no-store")
	return write(c.w, "application/json", http.StatusOK, document)
}

// write answers with JSON. What has no JSON is not begun.
func write(w http.ResponseWriter, media string, status int, document any) error {
	text, err := encode(document)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", media)
	w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(status)
	_, _ = w.Write(text) // the client is gone: there is nobody to tell
	return nil
}

// encode is a document as JSON. What the library wrote itself is not read again.
func encode(document any) ([]byte, error) {
	switch d := document.(type) {
	case json.RawMessage:
		return d, nil
	case interface{ AppendJSON([]byte) ([]byte, error) }:
		return d.AppendJSON(nil)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(document)
	return out.Bytes(), err
}

var languageCode = map[rule.Lang]string{rule.Vi: "vi", rule.En: "en"}

// language is the one of the two that the request likes best; Vietnamese where it says nothing.
func language(r *http.Request) rule.Lang {
	best, l := 0.0, rule.Vi
	for part := range strings.SplitSeq(strings.Join(r.Header.Values("Accept-Language"), ","), ",") {
		tag, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		q := 1.0
		if _, value, ok := strings.Cut(params, "q="); ok {
			parsed, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
			if err != nil {
				continue
			}
			q = parsed
		}
		primary, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
		for lang, code := range languageCode {
			if primary == code && q > best {
				best, l = q, lang
			}
		}
	}
	return l
}

// recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
	wrote  bool
}

// WriteHeader remembers the status.
func (r *recorder) WriteHeader(status int) {
	r.status, r.wrote = status, true
	r.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (r *recorder) Write(data []byte) (int, error) {
	r.wrote = true
	n, err := r.ResponseWriter.Write(data)
	r.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// unsent takes an answer that is not sent.
type unsent struct {
	header http.Header
	status int
}

// Header is that of the answer.
func (u *unsent) Header() http.Header { return u.header }

// WriteHeader keeps the status.
func (u *unsent) WriteHeader(status int) { u.status = status }

// Write drops the words.
func (u *unsent) Write(data []byte) (int, error) { return len(data), nil }
