using System.Net.ServerSentEvents;
using System.Text.Json;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public sealed class LiveFiguresTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    [Fact]
    public async Task A_page_that_is_open_is_told_when_a_resolved_ticket_changes_its_figures()
    {
        await hub.Fill();
        await TellAsync("1", Meaning.Open);

        await SeesAsync(await hub.As(""), () => TellAsync("1", Meaning.Resolved));
    }

    [Fact]
    public async Task A_page_that_is_open_at_one_node_is_told_of_a_ticket_that_came_in_at_another()
    {
        await hub.Fill();
        await TellAsync("2", Meaning.Open);
        using var other = hub.HasManyNodes ? hub.WithWebHostBuilder(_ => { }) : null;

        await SeesAsync(other is null ? await hub.As("") : new HubClient(other.CreateClient()), () => TellAsync("2", Meaning.Resolved));
    }

    [Fact]
    public async Task Asking_for_what_is_no_service_leaves_nothing_in_the_memory()
    {
        await hub.Fill();
        var reader = await hub.As("");

        for (var i = 0; i < 5; i++)
        {
            using var answer = await reader.Http.GetAsync($"/service-levels/live?service=no-such-{i}", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await using var told = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
            Assert.NotEmpty(await NextAsync(told));
        }

        Assert.InRange(hub.Services.GetRequiredService<LiveFigures>().Remembered, 1, 2);
    }

    private static async Task SeesAsync(HubClient reader, Func<Task> tell)
    {
        var shown = (await reader.Open("/service-levels/new-account")).Document.QuerySelector("[data-hub-figures]")!;
        using var answer = await reader.Http.GetAsync(shown.GetAttribute("data-hub-figures"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var told = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Equal(shown.GetAttribute("data-hub-figures-now"), await NextAsync(told));

        await tell();

        // A node that has just begun to listen tells once more how things stand; the news itself comes then.
        var now = await NextAsync(told);
        now = now == shown.GetAttribute("data-hub-figures-now") ? await NextAsync(told) : now;
        Assert.NotEqual(shown.GetAttribute("data-hub-figures-now"), now);
        Assert.Equal(now, (await reader.Open("/service-levels/new-account")).Document.QuerySelector("[data-hub-figures]")!.GetAttribute("data-hub-figures-now"));
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<SseItem<string>> told)
    {
        Assert.True(await told.MoveNextAsync());
        return JsonDocument.Parse(told.Current.Data).RootElement.GetProperty("version").GetString()!;
    }

    private async Task TellAsync(string number, Meaning meaning) => Assert.Equal(Took.Accepted, Assert.Single(await hub.In((services, _) => services.GetRequiredService<TicketIntake>()
        .TakeAsync("desk", [new TicketReport(number, null, "new-account", [new ReportedEvent($"{meaning}", hub.Clock.Now.AddHours(meaning == Meaning.Open ? -20 : -2), 0, $"{meaning}", meaning)])], TestContext.Current.CancellationToken))).Result);
}
