package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/giupxa/giupxa/criteria/rule"
)

const linesType = "application/x-ndjson"

// assessBatch assesses one dossier a line: line n of the answer is about line n of the body,
// {"line":n,"assessment":{…}} or {"line":n,"problem":{…}}. Only a body that breaks off, or is
// too large or too slow, ends it before its last line; the last line then says so.
func (c *call) assessBatch() error {
	if err := c.checkMedia(linesType); err != nil {
		return err
	}
	view, err := c.view()
	if err != nil {
		return err
	}
	control := http.NewResponseController(c.w)
	_ = control.EnableFullDuplex() // HTTP/2 always answers while it reads
	c.w.Header().Set("Content-Type", linesType)
	c.w.Header().Set("Cache-Control", "no-store")
	c.w.Header().Set("Content-Language", languageCode[c.lang])
	b := batch{
		call: c, view: view, control: control, out: bufio.NewWriterSize(c.w, 32<<10),
		in: bufio.NewReaderSize(http.MaxBytesReader(c.w, c.r.Body, c.batch), 64<<10),
	}
	b.run()
	return nil
}

// batch is one that is being answered. It holds one line at a time.
type batch struct {
	*call
	view              view
	control           *http.ResponseController
	in                *bufio.Reader
	out               *bufio.Writer
	line, answer      []byte
	answered, refused int64
}

// errLong says that a line is longer than a body may be.
var errLong = failure{kind: tooLarge, err: rule.NewMisuse(nil, rule.Text{Vi: "dòng quá dài", En: "the line is too long"})}

func (b *batch) run() {
	defer func() {
		b.meter.line("answered", b.answered)
		b.meter.line("refused", b.refused)
	}()
	for n := 1; ; n++ {
		err := b.next()
		if errors.Is(err, io.EOF) {
			break
		}
		over := err != nil && !errors.Is(err, errLong)
		if over {
			err = cut(err)
		}
		b.reply(n, err)
		if _, err = b.out.Write(b.answer); err != nil || over {
			break
		}
	}
	b.extend()
	_ = b.out.Flush()
}

// next reads a line. What is longer than a body may be is passed over, not kept.
func (b *batch) next() error {
	b.line = b.line[:0]
	long := false
	for read := false; ; read = true {
		if b.in.Buffered() == 0 {
			b.extend()
			if b.out.Buffered() > 0 {
				_ = b.out.Flush()
				_ = b.control.Flush()
			}
		}
		part, err := b.in.ReadSlice('\n')
		if !long {
			b.line = append(b.line, part...)
			long = int64(len(b.line)) > b.limits.body
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && (read || len(part) > 0), err == nil:
			if long {
				return errLong
			}
			return nil
		default:
			return err
		}
	}
}

// extend gives the client its time anew, since it has sent or taken something.
func (b *batch) extend() {
	until := b.now().Add(b.idle)
	_ = b.control.SetReadDeadline(until)
	_ = b.control.SetWriteDeadline(until.Add(time.Second)) // so that a slow sender is told
}

// reply makes the answer to a line.
func (b *batch) reply(n int, err error) {
	b.answer = strconv.AppendInt(append(b.answer[:0], `{"line":`...), int64(n), 10)
	before := len(b.answer)
	if err == nil {
		var text []byte
		if text, err = readText(bytes.TrimRight(b.line, "\r\n")); err == nil {
			b.answer, err = b.view.assess(text, append(b.answer, `,"assessment":`...))
		}
	}
	if err != nil {
		b.refused++
		p, _ := encode(problemOf(err, b.lang))
		b.answer = append(append(b.answer[:before], `,"problem":`...), bytes.TrimRight(p, "\n")...)
	} else {
		b.answered++
	}
	b.answer = append(b.answer, "}\n"...)
}
