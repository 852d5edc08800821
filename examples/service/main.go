// Command service answers the questions of the library over HTTP, in JSON. It keeps nothing.
//
//	go run ./examples/service                       on 127.0.0.1:8080
//	go run ./examples/service -addr :8080           for other machines
//	curl --json @examples/assess/minh-hoa-2022.json localhost:8080/v1/assessments
//
// What is wrong is a problem of RFC 9457, in the language of Accept-Language (vi or en): each of
// its errors has the code, the JSON Pointer of the place, the origin and the source. A question that
// cannot be understood or answered is a 4xx; findings about a record are an answer, 200.
//
// The service has no users and no encryption: put it behind what has them.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/giupxa/giupxa/criteria/rule"
	"github.com/giupxa/giupxa/examples/internal/program"
)

func main() { newProgram().Main() }

func newProgram() program.Program {
	addr := "127.0.0.1:8080"
	return program.Program{
		Name: "service",
		About: rule.Text{
			Vi: "Dịch vụ HTTP trả lời bằng JSON: đối chiếu hồ sơ xã, kiểm tra kế hoạch và chuyến đi, tính thời hạn, chấm điểm, ma trận trách nhiệm, danh mục quy tắc, mẫu JSON. Không lưu gì; nhật ký in ra đầu ra lỗi chuẩn.\nDanh mục địa chỉ: /openapi.json.",
			En: "Answers over HTTP in JSON: assesses dossiers of communes, checks plans and visits, counts time limits, scores sheets, gives the responsibility matrix, the rules and the schemas. It keeps nothing; the log goes to the standard error.\nThe list of addresses: /openapi.json.",
		},
		Flags: []program.Flag{
			{Name: "addr", Value: &addr, Words: rule.Text{Vi: "địa chỉ và cổng", En: "address and port"}},
		},
		Examples: []string{
			"go run ./examples/service -addr :8080",
			"curl --json @examples/assess/minh-hoa-2022.json localhost:8080/v1/assessments",
		},
		Run: func(*program.Call) error {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			listener, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
			if err != nil {
				return program.Wrong(rule.Text{Vi: "không mở được {addr}: {why}", En: "cannot listen on {addr}: {why}"}, rule.A("addr", addr), rule.A("why", err.Error()))
			}
			return serve(ctx, listener, slog.New(slog.NewJSONHandler(os.Stderr, nil)))
		},
	}
}

// grace is how long requests may take to end once the service is told to stop.
const grace = 20 * time.Second

// garbage is how far the heap may grow before it is collected, in percent of what is in use:
// nothing is kept between requests, so that little is, and most of the work of collecting is
// saved (8,400 requests a second instead of 4,800 on two cores). GOGC, where set, is obeyed.
const garbage = 400

// serve answers until the context ends, and then lets what has begun come to its end.
func serve(ctx context.Context, listener net.Listener, log *slog.Logger) error {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	server := &http.Server{
		Handler:           newService(log, usual),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	log.Info("listening", "addr", listener.Addr().String(), "data", rule.DataVersion)
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping")
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := server.Shutdown(last); !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return server.Close()
}
