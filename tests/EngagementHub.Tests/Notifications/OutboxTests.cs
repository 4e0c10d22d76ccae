using System.Net;
using EngagementHub.Core.Ports;
using EngagementHub.Notifications.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Notifications;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly HubFixture _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Several_nodes_never_send_one_mail_twice()
    {
        await Queue(Enumerable.Range(1, 60).Select(n => OutboxMessage.Queue($"reader{n}@department.example", $"Mail {n}", "Hello.", _hub.Clock.Now)));
        MailWorker[] nodes = [.. Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<MailWorker>(_hub.Services))];

        await Task.WhenAll(nodes.Select(n => Task.Run(() => SendAll(n), TestContext.Current.CancellationToken)));

        var sent = SentMail.In(_hub.Folder);
        Assert.Equal(60, sent.Count);
        Assert.Equal(60, sent.Select(m => m.Headers["Message-ID"]).Distinct().Count());
    }

    [Fact]
    public async Task What_another_node_has_taken_is_left_to_it_until_its_lease_ends()
    {
        var message = OutboxMessage.Queue("reader@department.example", "Hello", "Hello.", _hub.Clock.Now);
        await Queue([message]);
        var id = message.Id;

        Assert.NotNull(await _hub.In((_, db) => Claim.TakeAsync(db, id, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)));
        Assert.Null(await _hub.In((_, db) => Claim.TakeAsync(db, id, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)));

        var over = DateTimeOffset.UtcNow.AddSeconds(-1);
        await _hub.In((_, db) => db.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(m => m.HeldUntil, over), TestContext.Current.CancellationToken));
        Assert.NotNull(await _hub.In((_, db) => Claim.TakeAsync(db, id, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_mail_taken_back_while_it_was_tried_stays_taken_back()
    {
        var about = new SubjectRef("tests.thing", Guid.NewGuid());
        await Queue([OutboxMessage.Queue(new QueuedLetter(new SubjectRef("tests.letter", Guid.NewGuid()), about, "secret"), _hub.Clock.Now)]);
        var taken = await Take();

        await _hub.In(async (services, _) =>
        {
            await services.GetRequiredService<IOutbox>().CancelAsync(about, "It was withdrawn", _hub.Clock.Now, TestContext.Current.CancellationToken);
            return 0;
        });
        taken.MarkFailed("busy", _hub.Clock.Now);
        await GiveBack(taken);

        _hub.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(0, await SendAll(_hub.Services.GetRequiredService<MailWorker>()));
    }

    [Fact]
    public async Task A_node_that_lost_a_mail_to_another_does_not_undo_what_that_one_did()
    {
        await Queue([OutboxMessage.Queue("reader@department.example", "Hello", "Hello.", _hub.Clock.Now)]);
        var late = await Take();
        var over = DateTimeOffset.UtcNow.AddSeconds(-1);
        await _hub.In((_, db) => db.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(m => m.HeldUntil, over), TestContext.Current.CancellationToken));
        var other = await Take();
        late.MarkFailed("The mail server did not answer in time", _hub.Clock.Now);

        await GiveBack(late);
        var held = await _hub.In((_, db) => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));
        other.MarkSent(_hub.Clock.Now);
        await GiveBack(other);
        await GiveBack(late);

        Assert.Equal(other.HeldUntil, held.HeldUntil);
        _hub.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(0, await SendAll(_hub.Services.GetRequiredService<MailWorker>()));
    }

    [Fact]
    public async Task An_administrator_sees_what_waits_and_why_and_nobody_else_does()
    {
        await Queue([OutboxMessage.Queue("not an address", "Secret subject", "Secret words", _hub.Clock.Now)]);
        await SendAll(_hub.Services.GetRequiredService<MailWorker>());

        var page = await (await _hub.As("admin")).Open("/notifications/outbox");

        Assert.Equal("1 mail", page.Row("Waiting"));
        Assert.Equal("Since 10am on Tuesday 24 April 2007", page.Row("Oldest"));
        Assert.Contains("not in the form required", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", page.Body, StringComparison.Ordinal);
        (await (await _hub.As("tom")).Open("/notifications/outbox")).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_line_end_in_a_subject_or_an_address_ends_no_header()
    {
        await Queue([OutboxMessage.Queue("reader@department.example", "Hello\r\nBcc: all@elsewhere.example", "Grüße", _hub.Clock.Now),
            OutboxMessage.Queue("reader@department.example\r\nBcc: all@elsewhere.example", "Hello", "Hello.", _hub.Clock.Now)]);

        await SendAll(_hub.Services.GetRequiredService<MailWorker>());

        var mail = Assert.Single(SentMail.In(_hub.Folder));
        Assert.False(mail.Headers.ContainsKey("Bcc"));
        Assert.Contains("Grüße", mail.Text, StringComparison.Ordinal);
    }

    private async Task<OutboxMessage> Take() =>
        (await _hub.In(async (_, db) => await Claim.TakeAsync(db, (await db.Set<OutboxMessage>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Id, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)))!;

    private Task<int> GiveBack(OutboxMessage message) => _hub.In(async (_, db) =>
    {
        await Claim.GiveBackAsync(db, message);
        return 0;
    });

    private static async Task<int> SendAll(MailWorker node)
    {
        var all = 0;
        while (await node.SendDueAsync(TestContext.Current.CancellationToken) is > 0 and var sent)
        {
            all += sent;
        }

        return all;
    }

    private Task<int> Queue(IEnumerable<OutboxMessage> messages) => _hub.In((_, db) =>
    {
        db.AddRange(messages);
        return Task.FromResult(0);
    });
}
