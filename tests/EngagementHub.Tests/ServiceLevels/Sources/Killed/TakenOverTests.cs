using System.Diagnostics;
using EngagementHub.Tests.Notifications;

namespace EngagementHub.Tests.ServiceLevels.Sources.Killed;

/// <summary>What a node held when it was killed goes on at another one within a minute (trust.md R6): the reading of a ticket system, and a mail that was half sent. Run by tests/run.sh --faults.</summary>
[Trait("Needs", "Faults")]
public sealed class TakenOverTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly TwoProcesses _nodes = new();

    public void Dispose() => _nodes.Dispose();

    [Fact]
    public async Task Another_node_asks_the_ticket_system_that_a_dead_one_was_asking()
    {
        SkipUnlessAsked();
        await using var service = new MoodyService(ToldLog.Read(30), seed: 1) { IsCalm = true };
        await service.StartAsync();
        await _nodes.ApplyAsync(Path.Combine(AppContext.BaseDirectory, "Support", "people.recipe.json"));
        await _nodes.ApplyTextAsync(ServiceLevelsHub.Catalogue);
        var first = await _nodes.StartAsync();
        await ConnectAsync(first.Http, service.Address);
        var (asked, dead, again) = (new TaskCompletionSource(), new ManualResetEventSlim(), new TaskCompletionSource());
        var questions = 0;
        service.BeforeAnswer = () =>
        {
            if (Interlocked.Increment(ref questions) == 1)
            {
                asked.SetResult();
                dead.Wait(TestContext.Current.CancellationToken);
                return;
            }

            again.TrySetResult();
        };
        await asked.Task.WaitAsync(Longest * 2, TestContext.Current.CancellationToken);
        await _nodes.StartAsync();

        var took = await KillAsync(first.Kill, dead.Set, again.Task);

        Assert.True(took <= Longest, $"it took {took.TotalSeconds:F1} seconds");
    }

    [Fact]
    public async Task Another_node_sends_the_mail_that_a_dead_one_was_sending()
    {
        SkipUnlessAsked();
        using var desk = new MailDesk();
        _nodes.Settings.AddRange(["--Notifications:SmtpHost=127.0.0.1", $"--Notifications:SmtpPort={desk.Port}"]);
        await _nodes.ApplyAsync(Path.Combine(AppContext.BaseDirectory, "Blogging", "blog.recipe.json"));
        var first = await _nodes.StartAsync();
        var (asked, dead, again) = (new TaskCompletionSource(), new ManualResetEventSlim(), new TaskCompletionSource());
        var tries = 0;
        desk.ToRecipient = _ =>
        {
            if (Interlocked.Increment(ref tries) == 1)
            {
                asked.SetResult();
                dead.Wait(TestContext.Current.CancellationToken);
                return null;
            }

            again.TrySetResult();
            return null;
        };
        await InviteAsync(first.Http);
        await asked.Task.WaitAsync(Longest, TestContext.Current.CancellationToken);
        await _nodes.StartAsync();

        var took = await KillAsync(first.Kill, dead.Set, again.Task);

        Assert.True(took <= Longest, $"it took {took.TotalSeconds:F1} seconds");
    }

    private static void SkipUnlessAsked() =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("HUB_TEST_FAULTS") == "1" && TestDatabase.Server is not null, "It takes two minutes and PostgreSQL: tests/run.sh --faults runs it");

    private static async Task<TimeSpan> KillAsync(Action kill, Action release, Task again)
    {
        kill();
        var clock = Stopwatch.StartNew();
        release();
        await again.WaitAsync(Longest * 3, TestContext.Current.CancellationToken);
        Console.WriteLine($"     taken over after {clock.Elapsed.TotalSeconds:F1} seconds");
        return clock.Elapsed;
    }

    // The pages' own buttons, as an administrator presses them.
    private static async Task ConnectAsync(HttpClient http, string address)
    {
        var ada = new HubClient(http);
        await ada.SignIn("admin");
        var page = await (await ada.Open("/service-levels/sources/add?kind=jira")).Submit(("Title", "Taken over"), ("Address", address), ("Secret", "s"));
        await (await ada.Open($"{page.Url}/mapping")).Submit("main form", ("Statuses", string.Join('\n', LevelBuilder.ServiceNow.States)), ("Services", "every ticket = it-incidents"), ("!button", "Save"));
        (await (await ada.Open(page.Url)).Submit("main form", ("!button", "Resume"))).MustBe(System.Net.HttpStatusCode.OK);
    }

    // An invitation to host tells somebody by mail.
    private static async Task InviteAsync(HttpClient http)
    {
        var olu = new HubClient(http);
        await olu.SignIn("office");
        var invited = await (await olu.Open("/blogs/leaders/hosting/invite")).Submit([.. Blogging.BloggingHub.Invitation(People.Priya, (1, 5), (4, 5), DateTime.UtcNow.Year + 1), ("Anyway", "true")]);
        invited.MustBe(System.Net.HttpStatusCode.OK);
    }
}
