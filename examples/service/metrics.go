package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// buckets are the upper bounds of the histogram, in milliseconds.
var buckets = []int64{1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000}

// meter counts requests for Prometheus.
type meter struct {
	mu       sync.Mutex
	requests map[labels]int64
	times    map[string]*histogram
	lines    map[string]int64 // of batches, by outcome
}

type labels struct {
	route  string
	status int
}

type histogram struct {
	below [10]int64 // one for each of the buckets
	count int64
	sum   time.Duration
}

func newMeter() *meter {
	return &meter{requests: map[labels]int64{}, times: map[string]*histogram{}, lines: map[string]int64{"answered": 0, "refused": 0}}
}

func (m *meter) count(route string, status int, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.requests[labels{route, status}]++
	h := m.times[route]
	if h == nil {
		h = &histogram{}
		m.times[route] = h
	}
	h.count++
	h.sum += took
	for i, limit := range buckets {
		if took <= time.Duration(limit)*time.Millisecond {
			h.below[i]++
		}
	}
}

func (m *meter) line(outcome string, n int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.lines[outcome] += n
}

// String is the counts in the text format of Prometheus.
func (m *meter) String() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	var b strings.Builder
	b.WriteString("# HELP giupxa_requests_total Requests answered.\n# TYPE giupxa_requests_total counter\n")
	for _, l := range slices.SortedFunc(maps.Keys(m.requests), func(a, b labels) int {
		return strings.Compare(a.route+strconv.Itoa(a.status), b.route+strconv.Itoa(b.status))
	}) {
		fmt.Fprintf(&b, "giupxa_requests_total{route=%q,status=\"%d\"} %d\n", l.route, l.status, m.requests[l])
	}
	b.WriteString("# HELP giupxa_request_seconds Time to answer.\n# TYPE giupxa_request_seconds histogram\n")
	for _, route := range slices.Sorted(maps.Keys(m.times)) {
		h := m.times[route]
		for i, limit := range buckets {
			fmt.Fprintf(&b, "giupxa_request_seconds_bucket{route=%q,le=\"%s\"} %d\n", route, seconds(time.Duration(limit)*time.Millisecond), h.below[i])
		}
		fmt.Fprintf(&b, "giupxa_request_seconds_bucket{route=%q,le=\"+Inf\"} %d\n", route, h.count)
		fmt.Fprintf(&b, "giupxa_request_seconds_sum{route=%q} %s\ngiupxa_request_seconds_count{route=%q} %d\n", route, seconds(h.sum), route, h.count)
	}
	b.WriteString("# HELP giupxa_batch_lines_total Lines of batches.\n# TYPE giupxa_batch_lines_total counter\n")
	for _, outcome := range slices.Sorted(maps.Keys(m.lines)) {
		fmt.Fprintf(&b, "giupxa_batch_lines_total{outcome=%q} %d\n", outcome, m.lines[outcome])
	}
	return b.String()
}

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'g', -1, 64) }
