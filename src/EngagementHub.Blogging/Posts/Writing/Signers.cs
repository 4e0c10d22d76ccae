using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;

namespace EngagementHub.Blogging.Posts.Writing;

/// <summary>Those who may have a hand in a post: its writers, and the people of the hosting period.</summary>
internal sealed class Signers(HostingCalendar calendar, IStaffDirectory directory, Rights rights)
{
    public async Task<Contribution> ContributionAsync(Masthead masthead, Post? post, StaffId me, CancellationToken cancellation = default)
    {
        var period = await calendar.PeriodOfAsync(masthead.Blog, me, masthead.Today, cancellation) ?? masthead.Pen.Period;
        List<StaffId> people = [me, .. post?.Sections.Select(s => s.Author) ?? []];
        if (period is not null)
        {
            people.AddRange([period.Host, period.StandIn ?? period.Host, .. period.CoResponders.Select(c => c.Person)]);
        }

        var cards = await directory.CardsAsync(people, cancellation);
        var signers = people.Distinct().Where(cards.ContainsKey).ToDictionary(p => p, p => cards[p] with { Title = TitleIn(period, cards[p]) });
        return new(me, Leads: post is null || post.Author == me || await rights.RunsAsync(masthead.Blog, me), signers);
    }

    private static string TitleIn(HostingPeriod? period, StaffCard card) => period?.CoResponders.FirstOrDefault(c => c.Person == card.Id)?.Title ?? card.Title;
}
