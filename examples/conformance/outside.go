package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

// request is a line that a program is given.
type request struct {
	ID        string          `json:"id"`
	Operation string          `json:"operation"`
	Given     json.RawMessage `json:"given"`
}

// reply is a line that it gives back. Members that are not here are left alone, so that a
// finding may be written with all it has.
type reply struct {
	ID       string          `json:"id"`
	Answer   json.RawMessage `json:"answer"`
	Findings []finding       `json:"findings"`
	Error    string          `json:"error,omitempty"` // why there is no answer
}

type finding struct {
	Code rule.Code `json:"code"`
	Kind rule.Kind `json:"kind"`
	Path rule.Path `json:"path"`
}

const longest = 1 << 26 // bytes of a line

var errNoReply = errors.New("no reply")

// replies are those of an outside program, by id.
type replies map[string]reply

// ask runs the program, writes it every request and reads what it replies, in any order.
// faults are what is wrong with the talk itself.
func ask(ctx context.Context, command []string, requests []request, errs io.Writer) (got replies, faults []string, err error) {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Stderr = errs
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, nil, err
	}
	go func() { // a program that ends early breaks the pipe; its missing replies tell
		enc := json.NewEncoder(in)
		for _, r := range requests {
			if enc.Encode(r) != nil {
				break
			}
		}
		_ = in.Close()
	}()
	known := map[string]bool{}
	for _, r := range requests {
		known[r.ID] = true
	}
	got, faults = read(out, known)
	_, _ = io.Copy(io.Discard, out)
	if err := cmd.Wait(); err != nil {
		faults = append(faults, fmt.Sprintf("the program ended with: %v", errors.Join(err, ctx.Err())))
	}
	return got, faults, nil
}

func read(out io.Reader, known map[string]bool) (got replies, faults []string) {
	got = replies{}
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, longest)
	for n := 1; lines.Scan(); n++ {
		var r reply
		err := json.Unmarshal(lines.Bytes(), &r)
		_, twice := got[r.ID]
		switch {
		case err != nil:
			faults = append(faults, fmt.Sprintf("line %d is not a reply: %v", n, err))
		case !known[r.ID]:
			faults = append(faults, fmt.Sprintf("line %d: nobody asked %q", n, r.ID))
		case twice:
			faults = append(faults, fmt.Sprintf("line %d: a second reply to %q", n, r.ID))
		default:
			got[r.ID] = r
		}
	}
	if err := lines.Err(); err != nil {
		faults = append(faults, err.Error())
	}
	return got, faults
}

// judge gives the reply to a case as the runner of case files takes it.
func (rs replies) judge(id string) ruletest.Judge {
	return func(json.RawMessage) (any, rule.Findings, error) {
		r, answered := rs[id]
		switch {
		case !answered:
			return nil, nil, errNoReply
		case r.Error != "":
			return nil, nil, errors.New(r.Error)
		}
		var found rule.Findings
		for _, f := range r.Findings {
			if f.Kind == 0 {
				f.Kind = rule.Broken
			}
			found = append(found, rule.FindingParts{Code: f.Code, Kind: f.Kind, Path: f.Path}.Finding())
		}
		return r.Answer, found, nil
	}
}

// answer is the program that -against talks to, made of this library.
func answer(in io.Reader, out io.Writer) error {
	by := judges()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longest)
	enc := json.NewEncoder(out)
	for lines.Scan() {
		var q request
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return err
		}
		if err := enc.Encode(replyTo(q, by[q.Operation])); err != nil {
			return err
		}
	}
	return lines.Err()
}

func replyTo(q request, judge ruletest.Judge) any {
	r := struct {
		ID       string        `json:"id"`
		Answer   any           `json:"answer"`
		Findings rule.Findings `json:"findings"`
		Error    string        `json:"error,omitempty"`
	}{ID: q.ID, Findings: rule.Findings{}}
	if judge == nil {
		r.Error = "there is no operation " + q.Operation
		return r
	}
	answer, found, err := judge(q.Given)
	if inner, is := rule.FindingsIn(err); is {
		found = append(inner[:len(inner):len(inner)], found...)
	} else if err != nil {
		r.Error = err.Error()
	}
	r.Answer, r.Findings = answer, append(r.Findings, found...)
	return r
}
