package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lines are the answers of a batch.
type line struct {
	Line       int
	Assessment json.RawMessage
	Problem    *problem
}

func lines(t *testing.T, body string) []line {
	t.Helper()
	var list []line
	for text := range strings.Lines(body) {
		var l line
		require.NoError(t, json.Unmarshal([]byte(text), &l), text)
		assert.Equal(t, l.Problem == nil, l.Assessment != nil)
		list = append(list, l)
	}
	return list
}

// oneLine is the dossier of the example on one line.
func oneLine(t testing.TB) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, json.Compact(&out, []byte(file(t, "assess/minh-hoa-2022.json"))))
	return out.String()
}

// A bad line is a problem in its place; the others are answered as if they came alone.
func TestBatchIsPositional(t *testing.T) {
	t.Parallel()
	good := oneLine(t)
	small := usual
	small.body = 8 << 10
	s := newService(quiet, small)
	alone := send(s, "POST", "/v1/assessments", strings.NewReader(good)).body
	body := strings.Join([]string{good, `{"unit":`, "", good + "\r", `{"unit":"x","standard":"best"}`, `"` + strings.Repeat("x", 200<<10) + `"`, `{"unit":"x","set":"no"}`, "\xff", good}, "\n")
	for name, b := range map[string]string{"last line whole": body + "\n", "last line without an end": body} {
		r := send(s, "POST", "/v1/assessments/batch", strings.NewReader(b), "Content-Type", linesType, "Accept-Language", "en")
		require.Equal(t, http.StatusOK, r.status)
		got := lines(t, r.body)
		want := []string{"", "unreadable", "unreadable", "", "invalid", "too-large", "unanswerable", "unreadable", ""}
		require.Len(t, got, len(want), name)
		for i, l := range got {
			assert.Equal(t, i+1, l.Line)
			if want[i] == "" {
				require.Nil(t, l.Problem)
				assert.JSONEq(t, alone, string(l.Assessment))
				continue
			}
			assert.Equal(t, "urn:giupxa:problem:"+want[i], l.Problem.Type)
		}
		assert.Equal(t, "/standard", *got[4].Problem.Errors[0].Pointer)
	}
	counts := send(s, "GET", "/metrics", nil).body
	assert.Contains(t, counts, `giupxa_batch_lines_total{outcome="answered"} 6`)
	assert.Contains(t, counts, `giupxa_batch_lines_total{outcome="refused"} 12`)
	assert.Empty(t, send(s, "POST", "/v1/assessments/batch", strings.NewReader("")).body)
}

// failing ends in an error that is no end of file.
type failing struct{ error }

func (f failing) Read([]byte) (int, error) { return 0, f.error }

// What ends a body before its end is said: as an answer, and as the last line of a batch.
func TestBodyThatBreaksOff(t *testing.T) {
	t.Parallel()
	good := oneLine(t)
	small := usual
	small.body, small.batch = 100, int64(len(good)+50)
	for kind, c := range map[string]struct {
		limits
		end io.Reader
	}{
		"unreadable": {usual, failing{io.ErrUnexpectedEOF}},
		"too-slow":   {usual, failing{fmt.Errorf("read: %w", os.ErrDeadlineExceeded)}},
		"too-large":  {small, strings.NewReader(strings.Repeat("x", 1000))},
	} {
		s := newService(quiet, c.limits)
		r := send(s, "POST", "/v1/assessments", io.MultiReader(strings.NewReader(`{"unit":`), c.end))
		assert.Equal(t, "urn:giupxa:problem:"+kind, r.problem(t).Type)
	}
	small.body = usual.body
	for kind, c := range map[string]struct {
		limits
		end io.Reader
	}{
		"unreadable": {usual, failing{io.ErrUnexpectedEOF}},
		"too-slow":   {usual, failing{fmt.Errorf("read: %w", os.ErrDeadlineExceeded)}},
		"too-large":  {small, strings.NewReader(strings.Repeat("x", 1000))},
	} {
		got := lines(t, send(newService(quiet, c.limits), "POST", "/v1/assessments/batch", io.MultiReader(strings.NewReader(good+"\n"), c.end)).body)
		require.Len(t, got, 2, kind)
		assert.NotNil(t, got[0].Assessment)
		assert.Equal(t, "urn:giupxa:problem:"+kind, got[1].Problem.Type)
	}
}

// many gives the same lines again and again, so that no body of them is held anywhere.
type many struct {
	text []byte
	left int
	rest []byte
}

func (m *many) Read(p []byte) (int, error) {
	if len(m.rest) == 0 {
		if m.left == 0 {
			return 0, io.EOF
		}
		m.left, m.rest = m.left-1, m.text
	}
	n := copy(p, m.rest)
	m.rest = m.rest[n:]
	return n, nil
}

// A batch over a connection is answered while it is sent, and no more of it is held for more lines.
func TestBatchStreams(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(newService(quiet, usual))
	defer server.Close()
	in, out := io.Pipe()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/v1/assessments/batch", in)
	require.NoError(t, err)
	dossier := oneLine(t)
	go func() { _, _ = io.WriteString(out, dossier+"\n") }()
	answer, err := server.Client().Do(r)
	require.NoError(t, err)
	defer answer.Body.Close() //nolint:errcheck // read only
	read := bufio.NewReader(answer.Body)
	first, err := read.ReadString('\n') // while the body is still open
	require.NoError(t, err)
	assert.Contains(t, first, `{"line":1,"assessment":{`)
	_, _ = io.WriteString(out, "x\n")
	second, err := read.ReadString('\n')
	require.NoError(t, err)
	assert.Contains(t, second, `{"line":2,"problem":{`)
	require.NoError(t, out.Close())
	_, err = read.ReadString('\n')
	assert.ErrorIs(t, err, io.EOF)
}

// discard is an answer that nobody keeps.
type discard struct{ header http.Header }

func (d discard) Header() http.Header            { return d.header }
func (d discard) WriteHeader(int)                {}
func (d discard) Write(data []byte) (int, error) { return len(data), nil }

func TestBatchMemoryIsFlat(t *testing.T) { //nolint:paralleltest // it measures the heap
	s := newService(quiet, usual)
	text := []byte(oneLine(t) + "\n")
	// held is the most of the heap that is in use at some moment of a batch.
	held := func(n int) uint64 {
		runtime.GC()
		var most uint64
		body := &many{text: text, left: n}
		watch := readerFunc(func(p []byte) (int, error) {
			if body.left%500 == 0 && len(body.rest) == 0 {
				runtime.GC()
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
			return body.Read(p)
		})
		s.ServeHTTP(discard{http.Header{}}, httptest.NewRequest(http.MethodPost, "/v1/assessments/batch", watch))
		return most
	}
	few := held(500)
	assert.Less(t, held(2_500), few+few/4+(1<<20))
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// A client that sends nothing is told so after a time, and does not hold the batch for ever.
func TestSlowClient(t *testing.T) {
	t.Parallel()
	hasty := usual
	hasty.idle = 100 * time.Millisecond
	server := httptest.NewServer(newService(quiet, hasty))
	defer server.Close()
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", server.Listener.Addr().String())
	require.NoError(t, err)
	defer conn.Close() //nolint:errcheck // read only
	_, err = fmt.Fprintf(conn, "POST /v1/assessments/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n{}\n{\"un")
	require.NoError(t, err)
	require.NoError(t, conn.SetReadDeadline(time.Now().Add(20*time.Second)))
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	require.NoError(t, err)
	defer answer.Body.Close() //nolint:errcheck // read only
	body, _ := io.ReadAll(answer.Body)
	got := lines(t, string(body))
	require.Len(t, got, 2)
	assert.Equal(t, "urn:giupxa:problem:too-slow", got[1].Problem.Type)
}

// The service ends when it is told, after what has begun.
func TestShutdown(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	var log bytes.Buffer
	ended := make(chan error)
	go func() { ended <- serve(ctx, listener, slog.New(slog.NewJSONHandler(&log, nil))) }()
	in, out := io.Pipe()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+listener.Addr().String()+"/v1/assessments/batch", in)
	require.NoError(t, err)
	go func() { _, _ = io.WriteString(out, "1\n") }()
	answer, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer answer.Body.Close() //nolint:errcheck // read only
	stop()
	require.Eventually(t, func() bool {
		conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", listener.Addr().String())
		if err == nil {
			_ = conn.Close()
		}
		return err != nil
	}, 5*time.Second, 10*time.Millisecond)
	_, _ = io.WriteString(out, "2\n")
	require.NoError(t, out.Close())
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Len(t, lines(t, string(body)), 2)
	require.NoError(t, <-ended)
	for text := range strings.Lines(log.String()) {
		assert.True(t, json.Valid([]byte(text)), text)
	}
	assert.Contains(t, log.String(), `"route":"POST /v1/assessments/batch","status":200`)
}

// A mistake of the service's own is a 500 that says no more than that, and is logged.
func TestPanic(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	s := newService(slog.New(slog.NewTextHandler(&log, nil)), usual)
	r := send(s, "POST", "/v1/assessments", readerFunc(func([]byte) (int, error) { panic("secret") }), "Accept-Language", "en")
	assert.Equal(t, http.StatusInternalServerError, r.status)
	assert.NotContains(t, r.body, "secret")
	assert.Equal(t, "urn:giupxa:problem:internal", r.problem(t).Type)
	assert.Contains(t, log.String(), "cause=secret")
	assert.Contains(t, send(s, "GET", "/metrics", nil).body, `giupxa_requests_total{route="POST /v1/assessments",status="500"} 1`)
	p := problemOf(errors.New("secret"), 0)
	assert.Equal(t, http.StatusInternalServerError, p.Status)
	assert.Empty(t, p.Detail)
}

// BenchmarkBatch is a batch of the 10,603 communes of the country, each with a small dossier, over
// the loopback.
func BenchmarkBatch(b *testing.B) {
	server := httptest.NewServer(newService(quiet, usual))
	defer server.Close()
	text := []byte(oneLine(b) + "\n")
	const communes = 10_603
	for b.Loop() {
		r, err := server.Client().Post(server.URL+"/v1/assessments/batch", linesType, &many{text: text, left: communes})
		require.NoError(b, err)
		answered := 0
		scan := bufio.NewScanner(r.Body)
		scan.Buffer(nil, 1<<20)
		for scan.Scan() {
			answered++
		}
		require.NoError(b, r.Body.Close())
		require.Equal(b, communes, answered)
	}
	b.ReportMetric(float64(communes*b.N)/b.Elapsed().Seconds(), "lines/s")
}
