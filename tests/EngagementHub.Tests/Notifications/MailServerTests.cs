using EngagementHub.Core.Ports;
using EngagementHub.Notifications.Mail;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Notifications;

/// <summary>What a mail server says, and what becomes of the mail.</summary>
public sealed class MailServerTests : IAsyncLifetime
{
    private readonly MailDesk _desk = new();
    private readonly Dictionary<string, string> _settings = [];
    private MailingHub _hub = null!;

    public ValueTask InitializeAsync()
    {
        _hub = new MailingHub(_desk.Port, _settings);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _desk.Dispose();
    }

    [Theory]
    [InlineData("550 5.1.1 no such mailbox")]
    [InlineData("553 mailbox name not allowed")]
    [InlineData("551 user not local")]
    public async Task An_address_that_is_refused_for_good_is_stopped_until_somebody_lifts_it(string said)
    {
        _desk.ToRecipient = line => line.Contains("gone@", StringComparison.OrdinalIgnoreCase) ? said : null;
        await Queue("Gone@department.example", "tom@department.example");
        await Send();
        var ada = await _hub.As("admin");
        var page = await ada.Open("/notifications/outbox");

        Assert.Equal("1 mail", page.Row("Waiting"));
        Assert.Contains("gone@department.example", page.Text, StringComparison.Ordinal);
        await Queue("gone@department.example");
        await SendLater(TimeSpan.FromHours(5));
        Assert.Single(_desk.Told, l => l.StartsWith("RCPT TO:<Gone@", StringComparison.OrdinalIgnoreCase));

        _desk.ToRecipient = _ => null;
        var lifted = await page.Submit("form[action*=Lift]");
        await Send();

        Assert.Contains("Mail goes to this address again", lifted.Body, StringComparison.Ordinal);
        Assert.Equal("0 mails", (await ada.Open("/notifications/outbox")).Row("Waiting"));
        Assert.Equal(3, _desk.Mails.Count);
        var trail = (await ada.Open("/audit?What=lifted")).Text;
        Assert.Contains("Ada Administrator", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("gone@", trail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 5.7.1 relaying denied")]
    [InlineData("550 relay not permitted")]
    [InlineData("450 mailbox busy")]
    [InlineData("451 not just now")]
    [InlineData("452 mailbox full")]
    public async Task What_is_no_fault_of_the_address_stops_nobody_s_mail(string said)
    {
        _desk.ToRecipient = _ => said;
        await Queue("tom@department.example");
        await Send();

        var page = await (await _hub.As("admin")).Open("/notifications/outbox");

        Assert.Contains("None. An address is stopped when", page.Text, StringComparison.Ordinal);
        Assert.Contains("Next try", page.Text, StringComparison.Ordinal);
        _desk.ToRecipient = _ => null;
        await SendLater(TimeSpan.FromMinutes(2));
        Assert.Single(_desk.Mails);
    }

    [Fact]
    public async Task A_server_that_takes_nothing_costs_one_mail_a_try_and_not_all_of_them()
    {
        _desk.TurnsAway = "421 closing for a while";
        await Queue([.. Enumerable.Range(0, 20).Select(n => $"reader{n}@department.example")]);
        await _hub.Services.GetRequiredService<MailWorker>().SendDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await _hub.In((_, db) => db.Set<OutboxMessage>().CountAsync(m => m.Tries > 0, TestContext.Current.CancellationToken)));
        _desk.TurnsAway = null;
        await SendLater(TimeSpan.FromMinutes(2));
        Assert.Equal(20, _desk.Mails.Count);
    }

    [Fact]
    public async Task A_mail_keeps_its_number_over_its_tries_and_comes_as_text_and_html_with_one_click_to_stop_it()
    {
        _desk.ToRecipient = _ => "451 not just now";
        await Tell("Words", "A **promise** of yours\n\nhttps://hub.test/promises");
        var number = await _hub.In(async (_, db) => (await db.Set<OutboxMessage>().SingleAsync(TestContext.Current.CancellationToken)).Id);
        await Send();
        _desk.ToRecipient = _ => null;
        await SendLater(TimeSpan.FromMinutes(2));

        var mail = Assert.Single(_desk.Mails);
        Assert.StartsWith($"<{number:N}@", mail.Headers["Message-ID"], StringComparison.Ordinal);
        Assert.Contains("A **promise** of yours", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<p>", mail.Html, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.StartsWith("/mail/notices/", mail.Stop, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello\r\nBcc: all@elsewhere.example")]
    [InlineData("Hello\nRCPT TO:<all@elsewhere.example>")]
    [InlineData("Hello\r\n.\r\nMAIL FROM:<evil@elsewhere.example>")]
    public async Task Whatever_stands_in_a_subject_and_a_text_reaches_one_person_and_no_header(string words)
    {
        await Tell(words, $"{words}\r\n.\r\nRCPT TO:<all@elsewhere.example>\r\n");
        await Send();

        var mail = Assert.Single(_desk.Mails);
        Assert.Equal(["RCPT TO:<tom@department.example>"], _desk.Told.Where(l => l.StartsWith("RCPT", StringComparison.Ordinal)));
        Assert.Single(_desk.Told, l => l.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Empty(mail.Headers.Keys.Except(["Auto-Submitted", "Content-Type", "Date", "From", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "Message-ID", "Subject", "To"], StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Required", "", 0)]
    [InlineData("WhenOffered", "hub", 0)]
    [InlineData("WhenOffered", "", 1)]
    [InlineData("Never", "hub", 1)]
    public async Task Where_no_encryption_is_offered_mail_leaves_only_if_that_was_said_and_no_password_by_mistake(string tls, string user, int mails)
    {
        (_settings["SmtpStartTls"], _settings["SmtpUser"], _settings["SmtpPassword"]) = (tls, user, "pass");
        await Queue("tom@department.example");
        await Send();

        Assert.Equal(mails, _desk.Mails.Count);
        Assert.Equal(mails > 0 && user.Length > 0, _desk.Told.Any(l => l.StartsWith("AUTH", StringComparison.Ordinal)));
        Assert.Equal(mails > 0, _desk.Told.Any(l => l.StartsWith("MAIL", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_encryption_is_offered_and_does_not_work_nothing_is_sent()
    {
        _desk.Offers = ["STARTTLS"];
        await Queue("tom@department.example");
        await Send();

        Assert.Empty(_desk.Mails);
        Assert.DoesNotContain(_desk.Told, l => l.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Equal("1 mail", (await (await _hub.As("admin")).Open("/notifications/outbox")).Row("Waiting"));
    }

    private Task<int> Tell(string subject, string text) => _hub.In(async (services, _) =>
    {
        await services.GetRequiredService<INotify>().TellAsync(People.Tom, new Notice(subject, text, "/promises", "You asked") { Kind = NoticeKind.Work });
        return 0;
    });

    private Task<int> Queue(params IReadOnlyList<string> addresses) => _hub.In((_, db) =>
    {
        db.AddRange(addresses.Select(a => OutboxMessage.Queue(a, "Hello", "Hello.", _hub.Clock.Now)));
        return Task.FromResult(0);
    });

    private Task SendLater(TimeSpan later)
    {
        _hub.Clock.Now += later;
        return Send();
    }

    private async Task Send()
    {
        while (await _hub.Services.GetRequiredService<MailWorker>().SendDueAsync(TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    private sealed class MailingHub(int port, Dictionary<string, string> settings) : HubFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Notifications:SmtpHost", "127.0.0.1");
            builder.UseSetting("Notifications:SmtpPort", $"{port}");
            builder.UseSetting("Notifications:SiteAddress", "https://hub.test");
            foreach (var (name, value) in settings)
            {
                builder.UseSetting($"Notifications:{name}", value);
            }
        }
    }
}
