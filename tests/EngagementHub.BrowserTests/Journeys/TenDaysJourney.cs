using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>The ten days of April 2007 through the pages in a browser: a period is offered and accepted, sixty comments come by name and without, a fourth day names the themes, three digests answer, and what is left is handed over.</summary>
public sealed class TenDaysJourney(EmptyDesks hub) : IClassFixture<EmptyDesks>
{
    private const string Host = "head-of-hr";
    private const string Bonus = "Enhanced bonus";
    private const string Review = "Performance development review";
    private const string Pay = "Pay policy";
    private const string Recruitment = "Recruitment and selection";
    private const string Quality = "Quality of the service";
    private const string Rest = "Miscellaneous";
    private const string Pledge = "We will publish the pay policy by the end of May.";
    private const string Rude = "Whoever runs recruitment should be ashamed of themselves.";
    private const string Left = "Who measures the quality of the service?";

    [Fact]
    public async Task Sixty_comments_are_sorted_answered_in_three_digests_and_rounded_up_and_the_sum_holds_at_each_step()
    {
        await using var browser = await hub.Open();
        var (hosting, answering, days) = (new Hosting(browser, Host), new TenDays(browser, hub, Host), new TenDaysTally());

        On(3, 27);
        await hosting.Invite("Head of HR, Human resources", new DateOnly(2007, 4, 18), new DateOnly(2007, 4, 27));
        await hosting.Accept();
        await answering.Begin(hosting.Period, days, "Head of pay and reward", "Head of recruitment and careers");
        On(4, 18);
        await answering.Invite(await hosting.PublishWithTable("Ten days of questions about HR"));

        On(4, 20);
        await answering.Receive((Bonus, 7), (Review, 7), (Pay, 7), (Recruitment, 7), (Quality, 7), (Rest, 4));
        await answering.Decline(Rude);
        On(4, 21);
        foreach (var (theme, comments) in ((string, int)[])[(Bonus, 7), (Review, 7), (Pay, 7), (Recruitment, 7), (Quality, 7), (Rest, 4)])
        {
            await answering.Name(theme);
            await answering.Sort(theme, comments, theme);
        }

        On(4, 23);
        await answering.AskAndAnswer(Bonus, "Who gets the enhanced bonus?", "head-of-pay", "Grades 6 and 7, from June.");
        await answering.Publish("What you asked, the first day of answers", answers: 1);

        await answering.Receive((Bonus, 4), (Pay, 3), ("Thank you for asking us", 3));
        On(4, 24);
        await answering.SeesSincePublication(10);
        await answering.Sort(Bonus, 4, Bonus);
        await answering.Sort(Pay, 3, Pay);
        await answering.Sort("Thank you for asking us", 3, TenDaysTally.NotAQuestion);
        await answering.AskAndAnswer(Recruitment, "Who sits on the panels?", "head-of-recruitment", "Two managers and somebody from elsewhere.");
        await answering.Publish("What you asked, the second day of answers", answers: 1);

        await answering.Receive((Recruitment, 6), ("Something else again", 4));
        On(4, 25);
        await answering.Sort(Recruitment, 6, Recruitment);
        await answering.Sort("Something else again", 4, TenDaysTally.Outstanding);
        await answering.AskAndAnswer(Pay, "When is the pay policy published?", Host, $"It waits for the remit. {Pledge}");
        await new Answering(browser, Host, hosting.Period).Promise(Pledge, new DateOnly(2007, 5, 31), "The policy is on the intranet");
        await answering.Ask(Quality, Left, new DateOnly(2007, 5, 11));
        await answering.Publish("What you asked, the third day of answers", answers: 1);

        On(4, 27);
        await answering.RoundUp("answered 3 of 4 questions", Left, Pledge.TrimEnd('.'));
        On(4, 28);
        await hub.RunJob("blogging.handovers");
        await answering.TakeOverAndDecline(Left, Pledge, "Only HR can publish it");
        await answering.SumHolds();
    }

    private void On(int month, int day) => hub.Clock.Now = new DateTimeOffset(2007, month, day, 9, 0, 0, TimeSpan.Zero);
}
