using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>The whole thread of a pulse check: its result becomes a theme, the theme leads to an action, the action's measure moves, and the next pulse check shows that it did.</summary>
public sealed class PulseJourney(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    private const string Office = "permanent-secretarys-office";
    private const string Area = "Buildings";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_result_leads_to_a_theme_an_action_and_a_measure_that_the_next_pulse_check_moves(bool script)
    {
        var name = script ? "warm" : "quiet";
        var (question, plan, action) = ($"The rooms here are {name} enough", $"{name}-rooms", $"Make the rooms {name}");
        await using var browser = await hub.Open(script);

        hub.Clock.Now = Day(4, 24);
        await browser.SignIn(Office);
        await browser.AddQuestion($"rooms-{name}", question);
        await browser.Ask($"Rooms {name} in April", question, new(2007, 4, 24));
        await browser.Everybody(question, agree: 3);
        await browser.Publish(hub, $"Rooms {name} in April", Day(4, 27));
        var results = browser.Page.Url;

        await browser.FromTheRow(question, "Make a theme");
        await browser.Fill("What it is called", $"Rooms that are {name}");
        await browser.Page.GetByLabel("In which conversation it is answered").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await browser.Press("Make the theme");
        await browser.Sees("Came from the pulse checks");
        var theme = browser.Page.Url;

        await browser.DraftPlan(plan, $"Rooms {name}", Area, new(2007, 4, 27));
        await browser.MeasureByPulse(plan, question, before: 25);
        await browser.Go(theme);
        await browser.Follow("Begin or name an action");
        await browser.Follow($"Rooms {name}");
        await browser.FillAction(Area, action, new(2007, 6, 1));
        await browser.Sees($"Rooms that are {name}");
        await browser.LinkMeasure(question);
        await browser.AdoptPlan(plan);

        hub.Clock.Now = Day(5, 22);
        await browser.SignIn(Office);
        await browser.Ask($"Rooms {name} in May", question, new(2007, 5, 22));
        await browser.Everybody(question, agree: 10);
        await browser.Publish(hub, $"Rooms {name} in May", Day(5, 29));
        await browser.Sees("25% before: higher");
        await hub.RunJob("plans.readings");

        await browser.Go(results);
        await browser.Follow($"Rooms that are {name}");
        await browser.Follow(action);
        await browser.Sees("measure is where it should be");
        await browser.Follow(question);
        await browser.Sees("85%");
        await browser.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = question }).Last.ClickAsync();
        await browser.Sees("Over time, everybody, % who agree");
        await browser.Sees($"Rooms {name} in May");
        await browser.Sees("25% before: higher");
        if (script)
        {
            await browser.MustBeAccessibleAtBothWidths("pulse-journey-trend");
            await browser.Go(results);
            await browser.MustBeAccessibleAtBothWidths("pulse-journey-results");
        }
    }

    private static DateTimeOffset Day(int month, int day) => new(2007, month, day, 9, 0, 0, TimeSpan.Zero);
}
