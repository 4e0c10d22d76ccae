using System.Globalization;
using System.Text;
using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>
/// Writes the ticket record of the 2007 story, always the same: requests and queries from January to April 2007 whose figures come out as the
/// department told them (new accounts in 2.6 working days on average in January, shared folders in 2.1, a backlog of up to four weeks,
/// 62 pay queries older than 30 days at the end of April). What was not told is invented and believable.
/// </summary>
internal sealed class Story2007
{
    private const int PromisedDays = 5;
    private static readonly DateOnly LastDay = new(2007, 4, 30);
    private static readonly WorkingCalendar Office =
        WorkingCalendar.In("Europe/London").Week(WeeklyHours.MondayToFriday("09:00", "17:00")).BankHolidays("england-and-wales").Build();

    private readonly List<Request> _requests = [];
    private uint _seed = 2007;

    public static string Path { get; } = System.IO.Path.Combine("content-recipes", "home-office-2007", "tickets.csv");

    public static string Csv()
    {
        var story = new Story2007();
        story.Deliver("standard-desktop", "Desktop", [92, 101, 108, 99], [74, 79, 83, 92], PromisedDays);
        story.Deliver("new-account", "Account", [180, 188, 196, 176], [84, 88.5, 91.5, 95.6], PromisedDays, 2.6);
        story.Deliver("shared-folder-access", "Shared folder", [141, 148, 152, 133], [87.5, 90.4, 92.7, 93.7], PromisedDays, 2.1);
        story.Deliver("security-checks", "Basic check", [58, 61, 64, 57], [86.5, 89, 90.8, 91.5], 10);
        story.PayQueries();
        story.NilPay();
        return story.Write();
    }

    private void Deliver(string service, string category, int[] due, double[] percentInTime, int promised, double? januaryAverage = null)
    {
        List<Request> all = [];
        for (var month = 1; month <= 4; month++)
        {
            var days = WorkingDaysOf(month);
            var late = (int)Math.Round(due[month - 1] * (100 - percentInTime[month - 1]) / 100);
            for (var i = 0; i < due[month - 1]; i++)
            {
                var isLate = i * late / due[month - 1] != (i + 1) * late / due[month - 1];
                var dueDay = days[i * days.Count / due[month - 1]];
                all.Add(new Request(service, category, Office.AddWorkingDays(dueDay, -promised)) { Days = isLate ? LateBy(promised, month) : Quick(promised), Promised = promised });
            }
        }

        if (januaryAverage is { } average)
        {
            Settle(all, average);
        }

        var notYetDue = Enumerable.Range(0, due[3] / 4).Select(i => new Request(service, category, Office.AddWorkingDays(LastDay, -(i % promised))) { Days = i % 3 == 0 ? 0 : 3, Promised = promised });
        _requests.AddRange(all.Concat(notYetDue).Select((request, i) => request with { Paused = PauseFor(request, i), Withdrawn = i % 97 == 50 && request.InTime }));
    }

    // Moves quick deliveries by a day, within January and within the promise, until January's average is the one that was published.
    private static void Settle(List<Request> all, double average)
    {
        for (var i = 0; ; i = (i + 7) % all.Count)
        {
            var january = all.Where(request => request.Done is { Year: 2007, Month: 1 }).ToList();
            var missing = (int)Math.Round(january.Count * average) - january.Sum(request => request.Days);
            if (missing == 0)
            {
                return;
            }

            var moved = all[i] with { Days = all[i].Days + Math.Sign(missing) };
            if (all[i].Done is { Year: 2007, Month: 1 } && moved.Done is { Year: 2007, Month: 1 } && all[i].InTime && moved.InTime && moved.Days >= 0)
            {
                all[i] = moved;
            }
        }
    }

    private void PayQueries()
    {
        int[] doneInMonth = [69, 67, 42, 62];
        foreach (var (index, count) in doneInMonth.Index())
        {
            // The head of HR says "only 62" on 18 April: whatever is settled in April is settled before.
            List<DateOnly> days = [.. WorkingDaysOf(Math.Min(index + 2, 4)).Where(day => day < new DateOnly(2007, 4, 18))];
            for (var i = 0; i < count; i++)
            {
                var opened = Office.AddWorkingDays(new DateOnly(2006, 11, 6), Next(36));
                var done = index == 3 ? LastDay.AddYears(1) : days[i % (days.Count - 1)];
                _requests.Add(new Request("pay-queries", "Pay query", opened) { Days = Office.WorkingDaysBetween(opened, done), Promised = 1000 });
            }
        }

        for (var day = new DateOnly(2007, 1, 2); day <= LastDay; day = Office.AddWorkingDays(day, 1))
        {
            _requests.AddRange(Enumerable.Range(0, 3).Select(_ => new Request("pay-queries", "Pay query", day) { Days = 1 + Next(14), Promised = 1000 }));
        }
    }

    private void NilPay()
    {
        for (var day = new DateOnly(2007, 1, 2); day <= LastDay; day = Office.AddWorkingDays(day, 1))
        {
            _requests.Add(new Request("nil-pay", "Nil pay", day) { Days = 0, Promised = 1 });
            _requests.Add(new Request("nil-pay", "Severely reduced pay", day) { Days = 0, Promised = 1 });
        }

        _requests.Add(new Request("nil-pay", "Nil pay", new DateOnly(2007, 1, 16)) { Days = 3, Promised = 1 });
    }

    private string Write()
    {
        List<(DateTime At, string Ticket, int Order, string Line)> rows = [];
        foreach (var (index, request) in _requests.OrderBy(request => request.Day).ThenBy(request => request.Service, StringComparer.Ordinal).Index())
        {
            var ticket = $"R07-{index + 1:00000}";
            rows.AddRange(EventsOf(request).Where(e => e.At <= LastDay.ToDateTime(new TimeOnly(17, 0)))
                .Select((e, order) => (e.At, ticket, order, string.Create(CultureInfo.InvariantCulture, $"{ticket},{request.Service},{request.Category},{e.State},{e.At:yyyy-MM-dd HH:mm}"))));
        }

        var text = new StringBuilder("ticket,service,category,state,at\n");
        foreach (var (_, _, _, line) in rows.OrderBy(row => row.At).ThenBy(row => row.Ticket, StringComparer.Ordinal).ThenBy(row => row.Order))
        {
            text.Append(line).Append('\n');
        }

        return text.Append("R07-99999,pay-queries,Pay query,Received,2007-04-30 17:00\n").ToString();
    }

    // Mornings end things, so that a half day before a holiday changes nothing.
    private IEnumerable<(DateTime At, string State)> EventsOf(Request request)
    {
        var sameDay = request.Days == 0;
        yield return (Minute(request.Day, new TimeOnly(9, 5), sameDay ? 110 : 460), "Received");
        if (request.Paused > 0)
        {
            var asked = Office.AddWorkingDays(request.Day, 1);
            yield return (asked.ToDateTime(new TimeOnly(10, 0)), "Waiting for requester");
            yield return (Office.AddWorkingDays(asked, request.Paused).ToDateTime(new TimeOnly(10, 0)), "Back with us");
        }

        yield return (Minute(request.Done, new TimeOnly(11, 5), 110), request.Withdrawn ? "Withdrawn" : "Delivered");
    }

    private DateTime Minute(DateOnly day, TimeOnly from, int span) => day.ToDateTime(from).AddMinutes(Next(span));

    private static int PauseFor(Request request, int i) => i % 11 == 4 && request.Days >= 2 && request.Day < new DateOnly(2007, 3, 12) && request.Days < 12 ? 1 + (i % 3) : 0;

    private int Quick(int promised) => Math.Min(promised, Math.Max(0, (Next(promised + 2) + Next(promised + 1)) / 2 - (promised == PromisedDays ? 1 : 0)));

    private int LateBy(int promised, int month) => promised + (month == 1 ? [1, 1, 2, 3, 1, 2, 15, 4, 10] : new[] { 1, 1, 2, 1, 3, 2, 5 })[Next(month == 1 ? 9 : 7)];

    private static List<DateOnly> WorkingDaysOf(int month) =>
        [.. Enumerable.Range(1, DateTime.DaysInMonth(2007, month)).Select(day => new DateOnly(2007, month, day)).Where(Office.IsWorkingDay)];

    private int Next(int below)
    {
        _seed = (_seed * 1664525) + 1013904223;
        return (int)((_seed >> 8) % (uint)below);
    }

    private sealed record Request(string Service, string Category, DateOnly Day)
    {
        public int Days { get; init; }

        public int Promised { get; init; }

        public int Paused { get; init; }

        public bool Withdrawn { get; init; }

        public bool InTime => Days <= Promised;

        public DateOnly Done => Office.AddWorkingDays(Day, Days + Paused);
    }
}
