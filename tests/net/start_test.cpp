// What keeps the server from starting is one sentence; TLS; a proxy before it.
#include <openssl/ssl.h>
#include <sys/resource.h>

#include <cstdlib>

#include "tests/net/server_fixture.hpp"

namespace covision::net {
namespace {

struct StartTest : ServerTest {
    std::string refusal() {
        try {
            start();
        } catch (const StartError& e) {
            return e.what();
        }
        return "";
    }
    // A key and a certificate for localhost, made on the spot.
    void make_certificate() {
        options.certificate = house.folder.file("cert.pem");
        options.key = house.folder.file("key.pem");
        options.origins = {"https://localhost:1"};
        const auto command =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "
            "/CN=localhost -keyout '" +
            options.key + "' -out '" + options.certificate + "' 2>/dev/null";
        ASSERT_EQ(std::system(command.c_str()), 0);
    }
};

TEST_F(StartTest, APortInUse) {
    start();
    Options second = options;
    second.port = port;
    try {
        const Server other(second);
        FAIL();
    } catch (const StartError& e) {
        EXPECT_TRUE(has(e.what(), std::to_string(port)) && has(e.what(), "in use")) << e.what();
    }
}

TEST_F(StartTest, BeyondThisMachineOnlyWithTls) {
    options.listen = {"0.0.0.0"};
    EXPECT_TRUE(has(refusal(), "0.0.0.0"));
    options.listen = {"localhost"};
    EXPECT_TRUE(has(refusal(), "no address"));
    options.listen = {"127.0.0.1"};
    options.behind_proxy = true;
    EXPECT_TRUE(has(refusal(), "origin"));
}

TEST_F(StartTest, AnOriginThatNoBrowserSends) {
    for (const char* origin : {"covision.example", "https://", "https://covision.example/", "https://Covision.example",
                               "https://covision.example/app", "ftp://covision.example", "https://a b"}) {
        options.origins = {origin};
        EXPECT_TRUE(has(refusal(), std::string("origin that a browser could come from: ") + origin)) << origin;
    }
    options.behind_proxy = true;
    options.origins = {"http://covision.example"};
    EXPECT_TRUE(has(refusal(), "http://covision.example")) << "outside all is TLS";
    options.origins = {"https://covision.example:8443"};
    EXPECT_EQ(refusal(), "");
}

TEST_F(StartTest, AFaultInOneHandlerEndsNothingElse) {
    start();
    testing::internal::CaptureStderr();
    server->post([] { throw std::logic_error("a text of somebody"); });
    EXPECT_EQ(http(port, "GET", "/healthz").status, 200);
    const auto said = testing::internal::GetCapturedStderr();
    EXPECT_TRUE(has(said, "net.handler_threw"));
    EXPECT_FALSE(has(said, "somebody"));
}

TEST_F(StartTest, ABadCertificateOrClient) {
    options.origins = {"https://covision.example"};
    options.certificate = house.folder.file("none.pem");
    EXPECT_TRUE(has(refusal(), "go together"));
    options.key = options.certificate;
    EXPECT_TRUE(has(refusal(), "none.pem"));
    options.certificate = options.key = "";
    options.client_folder = house.folder.file("no-client");
    EXPECT_TRUE(has(refusal(), "index.html"));
}

TEST_F(StartTest, BehindAProxy) {
    options.behind_proxy = true;
    options.origins = {"https://covision.example"};
    start();
    const auto reply = http(port, "GET", "/openrpc.json", {{"Host", "covision.example"}});
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Strict-Transport-Security"), "max-age=31536000; includeSubDomains");
    EXPECT_EQ(http(port, "GET", "/openrpc.json").status, 421);
    EXPECT_EQ(server->address(), "https://covision.example");
    const WsClient anna(port, "",
                        {{"Host", "covision.example"},
                         {"Origin", "https://covision.example"},
                         {"Cookie", "__Host-covision=token-1"},
                         {"X-Forwarded-For", "10.1.1.1, 192.0.2.7"}});
    EXPECT_EQ(anna.reply.status, 101);
}

std::int64_t counted(const std::string& name) {
    const auto text = Counter::exposition();
    const auto place = text.find("\n" + name + " ");
    return place == std::string::npos ? 0 : std::stoll(text.substr(place + name.size() + 2));
}

TEST_F(StartTest, WithoutDescriptorsItWaits) {
    start();
    rlimit old{};
    ::getrlimit(RLIMIT_NOFILE, &old);
    const int next = ::dup(0);
    ::close(next);
    const rlimit tight{static_cast<rlim_t>(next) + 1, old.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &tight);  // one more: the client's
    Tcp client(port);
    while (counted("covision_accept_failed_total") < 2) std::this_thread::yield();
    ::setrlimit(RLIMIT_NOFILE, &old);
    client.write("GET /healthz HTTP/1.1\r\nHost: localhost:" + std::to_string(port) + "\r\n\r\n");
    EXPECT_EQ(support::read_reply(client).status, 200);
    EXPECT_LT(counted("covision_accept_failed_total"), 50);
}

TEST_F(StartTest, SpeaksTls) {
    make_certificate();
    start();
    Tcp plain(port);
    plain.write("GET /healthz HTTP/1.1\r\n\r\n");
    EXPECT_FALSE(has(plain.take_all(), "HTTP/1.1 200"));

    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free);
    const auto talk = [&](const std::string& bytes) {
        const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(BIO_new_ssl_connect(context.get()), &BIO_free_all);
        BIO_set_conn_hostname(bio.get(), ("127.0.0.1:" + std::to_string(port)).c_str());
        std::string answer;
        if (BIO_do_connect(bio.get()) != 1 || BIO_do_handshake(bio.get()) != 1) return answer;
        BIO_write(bio.get(), bytes.data(), static_cast<int>(bytes.size()));
        char piece[4096];
        for (int got = 0; (got = BIO_read(bio.get(), piece, sizeof piece)) > 0;)
            answer.append(piece, static_cast<std::size_t>(got));
        return answer;
    };
    const std::string request = "GET /healthz HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n";
    EXPECT_TRUE(has(talk(request), "HTTP/1.1 200"));
    const auto upgrade = support::request_text("GET", "/ws",
                                               {{"Host", "localhost:1"},
                                                {"Connection", "Upgrade"},
                                                {"Upgrade", "websocket"},
                                                {"Sec-WebSocket-Version", "13"},
                                                {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
                                                {"Sec-WebSocket-Protocol", "covision.v1"},
                                                {"Authorization", "Bearer token-1"}});
    // A close frame behind the answer would be refused as too early: this one ends by the server's stop.
    std::thread later([&] { EXPECT_TRUE(has(talk(upgrade), "HTTP/1.1 101")); });
    while (!has(Counter::exposition(), "\ncovision_connections 1\n")) std::this_thread::yield();
    stop();
    later.join();
    SSL_CTX_set_max_proto_version(context.get(), TLS1_1_VERSION);
    EXPECT_EQ(talk(request), "");
}

}  // namespace
}  // namespace covision::net
