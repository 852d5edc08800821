package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// connection is one of a client that keeps it open and asks the same again and again. It
// costs the machine little, so that a load measures the service.
type connection struct {
	net.Conn
	read *textproto.Reader
	ask  []byte
}

func dial(addr, target, body string) (*connection, error) {
	conn, err := new(net.Dialer).DialContext(context.Background(), "tcp", addr)
	if err != nil {
		return nil, err
	}
	ask := fmt.Sprintf("POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", target, addr, len(body), body)
	return &connection{conn, textproto.NewReader(bufio.NewReaderSize(conn, 64<<10)), []byte(ask)}, nil
}

// answer asks once and reads the whole answer.
func (c *connection) answer() error {
	if _, err := c.Write(c.ask); err != nil {
		return err
	}
	status, err := c.read.ReadLine()
	if err != nil {
		return err
	}
	head, err := c.read.ReadMIMEHeader()
	if err != nil {
		return err
	}
	length, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
	if err != nil {
		return err
	}
	if _, err := io.CopyN(io.Discard, c.read.R, length); err != nil {
		return err
	}
	if status != "HTTP/1.1 200 OK" {
		return errors.New(status)
	}
	return nil
}

// load asks n times over so many connections, and gives how long each answer took, counted
// from when it was due: at once where pace is 0, else one each pace. An answer that waits
// for a free connection is late from the moment it was due.
func load(addr, target, body string, connections, n int, pace time.Duration) ([]time.Duration, error) {
	took := make([]time.Duration, n)
	due := make(chan int)
	fails := make(chan error, connections)
	began := time.Now()
	at := func(i int) time.Time {
		if pace == 0 {
			return time.Now()
		}
		return began.Add(time.Duration(i) * pace)
	}
	var clients sync.WaitGroup
	for range connections {
		c, err := dial(addr, target, body)
		if err != nil {
			return nil, err
		}
		clients.Go(func() {
			defer c.Close() //nolint:errcheck // all is read
			for i := range due {
				from := at(i)
				if err := c.answer(); err != nil {
					fails <- err
					for range due { // the others go on
					}
					return
				}
				took[i] = time.Since(from)
			}
		})
	}
	for i := range n {
		if pace > 0 {
			time.Sleep(time.Until(at(i)))
		}
		due <- i
	}
	close(due)
	clients.Wait()
	close(fails)
	var err error
	for e := range fails {
		err = errors.Join(err, e)
	}
	slices.Sort(took)
	return took, err
}

// listen runs the service as main does, until the test ends.
func listen(t testing.TB) (addr string) {
	t.Helper()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, listener, quiet) }()
	t.Cleanup(func() {
		stop()
		assert.NoError(t, <-ended)
	})
	return listener.Addr().String()
}

// Under load every question is answered, at a pace and without one.
func TestLoad(t *testing.T) {
	t.Parallel()
	addr, body := listen(t), oneLine(t)
	for _, pace := range []time.Duration{0, 2 * time.Millisecond} {
		took, err := load(addr, "/v1/assessments", body, 8, 200, pace)
		require.NoError(t, err)
		assert.Positive(t, took[0], "each was answered")
	}
	_, err := load(addr, "/v1/nowhere", body, 2, 4, 0)
	require.ErrorContains(t, err, "404", "an answer that is none is told")
}

// BenchmarkAssess asks for assessments over the loopback, client and service on the same
// cores: as many as it can, and half of 5,000 a second for the slowest of a hundred. Run it
// long enough:
//
//	go test ./examples/service -run '^$' -bench Assess -benchtime 20000x
func BenchmarkAssess(b *testing.B) {
	addr, body := listen(b), oneLine(b)
	for name, pace := range map[string]time.Duration{"all at once": 0, "2500 a second": time.Second / 2500} {
		b.Run(name, func(b *testing.B) {
			took, err := load(addr, "/v1/assessments", body, 16, b.N, pace)
			require.NoError(b, err)
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "requests/s")
			b.ReportMetric(took[len(took)/2].Seconds()*1000, "ms-median")
			b.ReportMetric(took[len(took)*99/100].Seconds()*1000, "ms-p99")
		})
	}
}
