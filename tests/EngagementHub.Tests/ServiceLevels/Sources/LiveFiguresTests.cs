using System.Net.ServerSentEvents;
using System.Text.Json;
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
        var reader = await hub.As("");
        var shown = (await reader.Open("/service-levels/new-account")).Document.QuerySelector("[data-hub-figures]")!;
        using var answer = await reader.Http.GetAsync(shown.GetAttribute("data-hub-figures"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var told = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Equal(shown.GetAttribute("data-hub-figures-now"), await NextAsync(told));

        await TellAsync("1", Meaning.Resolved);

        var now = await NextAsync(told);
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
