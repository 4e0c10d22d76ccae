using System.Net;
using EngagementHub.Conversation;
using EngagementHub.Tests.Conversation;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Hardening;

/// <summary>Keys made anew and destroyed while people work. Secrets of webhooks: WebhookTests.</summary>
public sealed class KeysReplacedTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    private const int Times = 12;

    [Fact]
    public async Task Keys_that_protect_cookies_are_made_anew_and_nobody_notices()
    {
        var people = await Task.WhenAll(((string[])["admin", "tom", "sam", "mina"]).Select(hub.As));
        var keys = hub.Services.GetRequiredService<IKeyManager>();

        var working = Task.WhenAll(people.Select(person => Task.Run(() => WorkAsync(person))));
        for (var i = 0; i < 5; i++)
        {
            keys.CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
            await people[0].Open("/notifications");
        }

        await working;
        Assert.True(keys.GetAllKeys().Count >= 6);
        // The notice about what was done travels in a protected cookie from one request to the next.
        Assert.Contains("Grace Green now holds", (await people[0].Post("/staff/grace")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_job_destroys_keys_whose_day_has_come_no_living_one_goes_and_one_person_keeps_one_number()
    {
        var places = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => hub.Open(Anonymity.KeptTogether, $"Together {i}")));
        var writing = Task.WhenAll(places.Select(on => Task.Run(() => TalkAsync(on))));
        while (!writing.IsCompleted)
        {
            await hub.RunJob("conversation.pseudonym-keys");
        }

        await writing;
        foreach (var on in places)
        {
            Assert.Equal(["Anonymous 1", "Anonymous 2", "Anonymous 1"], (await hub.Received(on)).Select(c => c.AuthorLabel));
        }
    }

    private static async Task WorkAsync(HubClient person)
    {
        for (var i = 0; i < Times; i++)
        {
            (await person.Open("/notifications")).MustBe(HttpStatusCode.OK);
        }
    }

    private async Task TalkAsync(SubjectRef on)
    {
        foreach (var (writer, text) in ((string, string)[])[("tom", "First of mine"), ("sam", "Somebody else"), ("tom", "Second of mine")])
        {
            await ConversationFixture.Write(await hub.As(writer), on, text, "together");
        }
    }
}
