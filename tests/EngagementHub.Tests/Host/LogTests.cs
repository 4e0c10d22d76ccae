using System.Collections.Concurrent;
using EngagementHub.Tests.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace EngagementHub.Tests.Host;

/// <summary>What the hub writes into its log says what happened, and of whom it says nothing.</summary>
public sealed class LogTests(LogTests.LoggingHub hub) : IClassFixture<LogTests.LoggingHub>
{
    private const string Forged = "x\r\n{\"LogLevel\":\"Critical\",\"Message\":\"forged\"}\u001b[31m";

    [Fact]
    public async Task No_line_says_who_somebody_is_or_what_they_wrote()
    {
        var visitor = await hub.SignedIn("subject-4711-of-ida", "Ida Individual", "ida.individual@department.example");
        visitor.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux) VeryRareBrowser/47.11");
        foreach (var url in (string[])["/", "/notifications", "/account/sessions", "/search?q=what-ida-looked-for", "/staff/ida", "/comments/mine", "/no-such-page?secret=what-ida-looked-for"])
        {
            await visitor.Go(url);
        }

        await visitor.Post("/comments/preview", ("Text", "what-ida-wrote"));
        await visitor.Post("/comments/receipt", ("Code", "what-ida-wrote"));
        await visitor.Post("/staff/invite", ("Name", "what-ida-wrote"));

        var log = string.Join('\n', hub.Lines);
        string[] secrets = ["subject-4711-of-ida", "Individual", "ida.individual", "VeryRareBrowser", "what-ida-looked-for", "what-ida-wrote", "s:cret", .. visitor.SessionCookie.Split("; ").Select(c => c[(c.IndexOf('=', StringComparison.Ordinal) + 1)..]).Where(v => v.Length > 20)];
        Assert.NotEmpty(hub.Lines);
        Assert.Equal("", string.Join('\n', secrets.Where(s => log.Contains(s, StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public async Task What_somebody_sends_is_never_a_line_of_its_own()
    {
        var visitor = hub.Open();
        foreach (var url in (string[])[$"/signin-oidc?error={Uri.EscapeDataString(Forged)}&state={Uri.EscapeDataString(Forged)}", $"/signin-oidc?code={Uri.EscapeDataString(Forged)}&state=x", $"/search?q={Uri.EscapeDataString(Forged)}", $"/hooks/{Uri.EscapeDataString("x\ny")}"])
        {
            await visitor.Go(url);
        }

        await visitor.Post("/signout-oidc", ("logout_token", Forged));
        await visitor.Post("/hooks/nobody", (Forged, Forged));

        Assert.Equal("json", hub.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
        Assert.All(hub.Printed, line => Assert.Equal(line.Length - 1, line.IndexOfAny(['\r', '\n', '\u001b'])));
    }

    public sealed class LoggingHub : ProviderHub
    {
        private readonly Lines _lines = new();

        public IReadOnlyCollection<string> Lines => _lines.Said;

        /// <summary>The same as the console prints them outside Development.</summary>
        public IReadOnlyCollection<string> Printed => _lines.Printed;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Logging:LogLevel:Default", "Information");
            builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(s => _lines.With(s.GetServices<ConsoleFormatter>().Single(f => f.Name == "json"))));
        }
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private ConsoleFormatter? _json;

        public ConcurrentQueue<string> Said { get; } = [];

        public ConcurrentQueue<string> Printed { get; } = [];

        public Lines With(ConsoleFormatter json)
        {
            _json = json;
            return this;
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Said.Enqueue($"{formatter(state, exception)} {exception}");
            using var line = new StringWriter();
            _json!.Write(new LogEntry<TState>(logLevel, "test", eventId, state, exception, formatter), null, line);
            Printed.Enqueue(line.ToString());
        }

        public void Dispose()
        {
        }
    }
}
