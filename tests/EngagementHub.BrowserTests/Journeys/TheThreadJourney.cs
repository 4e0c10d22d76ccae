using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>The whole thread, by hand, in the browser: from an invitation to a promise that everybody can follow.</summary>
public sealed class TheThreadJourney(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    private const string Kind = "Could the starter form come with a checklist for managers?";
    private const string Rude = "Whoever wrote that form is a fool.";
    private const string Pledge = "We will add a checklist to the starter form.";

    [Theory]
    [InlineData(true, "head-of-it", "Head of IT, Information services", "staff-member")]
    [InlineData(false, "head-of-recruitment", "Head of recruitment and careers, Human resources", "chief-executive-agency")]
    public async Task A_guest_hosts_is_asked_answers_promises_and_hands_the_pen_back(bool script, string host, string hostLine, string reader)
    {
        await using var browser = await hub.Open(script);
        var firstDay = DateOnly.FromDateTime(hub.Clock.Now.UtcDateTime).AddDays(14);
        var lastDay = firstDay.AddDays(4);
        var hosting = new Hosting(browser, host);
        var talk = new Talking(browser, reader);

        await hosting.Invite(hostLine, firstDay, lastDay);
        await hosting.Accept();
        GoTo(firstDay);
        var post = await hosting.PublishWithTable($"Starting well in {host}");
        await talk.CommentByName(post, Kind);
        var code = await talk.CommentAnonymously(post, Rude);
        await talk.Approve(Kind);
        await talk.Decline(Rude, "Argue with the idea, not the person", "It belittles whoever wrote the form");
        await TellWriters();
        await talk.ReadNotice("is shown to readers");
        await talk.LookUp(code, "It belittles whoever wrote the form");

        var answering = new Answering(browser, host, hosting.Period);
        await answering.Sort(Kind, "Joining the department");
        await answering.AskAndAnswer("Joining the department", "Will managers get a checklist?", $"A fair point. {Pledge}");
        await answering.Promise(Pledge, lastDay.AddDays(2), "The checklist is on the form");
        await answering.PublishDigest($"What you asked the {host}", received: 2);
        await answering.PromiseIsInView(Pledge);

        await hosting.Draft("One more thing");
        GoTo(lastDay.AddDays(1));
        await hosting.IsRefused("Your period ended on");
    }

    // Writers are told when a decision can no longer be undone.
    private async Task TellWriters()
    {
        hub.Clock.Now += TimeSpan.FromMinutes(5);
        await hub.RunJob("conversation.tell-writers");
    }

    private void GoTo(DateOnly day) => hub.Clock.Now = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);
}
