using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>A file of bank holidays as it came: numbered, with its hash and where it is from. It waits until a person takes it in or sets it aside, and is kept either way.</summary>
internal sealed class HolidayFile : Entity
{
    private HolidayFile(int number, string file, string source) => (Number, File, Source) = (number, file, source);

    public int Number { get; private set; }

    public string File { get; private set; }

    /// <summary>Where it came from: an address, or the name of an uploaded file.</summary>
    public string Source { get; private set; }

    public string Sha256 { get; private set; } = "";

    public DateTimeOffset CameAt { get; private set; }

    /// <summary>Who uploaded it; nobody when it was fetched.</summary>
    public StaffId? CameFrom { get; private set; }

    public DateTimeOffset? TakenAt { get; private set; }

    public DateTimeOffset? SetAsideAt { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    /// <summary>Days known before that a person struck, as division/date.</summary>
    public string StruckDays { get; private set; } = "";

    public bool IsInForce => TakenAt is not null;

    public bool IsWaiting => TakenAt is null && SetAsideAt is null;

    public BankHolidays Holidays => BankHolidays.Read(File);

    public IEnumerable<(string Division, DateOnly Date)> Struck => StruckDays.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day);

    /// <exception cref="BrokenRuleException">The file is not a list of bank holidays.</exception>
    public static HolidayFile Receive(int number, string file, string source, Act act)
    {
        try
        {
            _ = BankHolidays.Read(file);
        }
        catch (FormatException problem)
        {
            throw new BrokenRuleException($"{problem.Message}. Choose the file bank-holidays.json of GOV.UK", "Upload");
        }

        var list = new HolidayFile(number, file, source.Length > 400 ? source[..400] : source) { Sha256 = HashOf(file), CameAt = act.At, CameFrom = act.By };
        list.Tell("holidays.received", $"List {number} from {list.Source}, SHA-256 {list.Sha256}", act);
        return list;
    }

    public static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)));

    public static (string Division, DateOnly Date) Day(string text) => (text[..text.LastIndexOf('/')], DateOnly.Parse(text[(text.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Counts from now on, with what a person struck from what was known.</summary>
    public void Take(IReadOnlyCollection<string> struck, Act act)
    {
        Refuse();
        (TakenAt, DecidedBy, StruckDays) = (act.At, act.By, string.Join(' ', struck));
        Tell("holidays.taken-in", $"List {Number}{(struck.Count == 0 ? "" : $"; struck: {string.Join(", ", struck)}")}", act);
    }

    public void SetAside(Act act)
    {
        Refuse();
        (SetAsideAt, DecidedBy) = (act.At, act.By);
        Tell("holidays.set-aside", $"List {Number}", act);
    }

    private void Refuse()
    {
        if (!IsWaiting)
        {
            throw new BrokenRuleException($"List {Number} of bank holidays was decided about already");
        }
    }

    private void Tell(string what, string detail, Act act) => Raise(new ServiceLevelsChanged(new SubjectRef(ServiceLevelSubjects.Holidays, Id), what, act.By, act.At, detail));
}

/// <summary>The bank holidays that count, and the number of the newest list among them; 0 when only the shipped one does.</summary>
internal sealed record HolidaysInForce(int Number, BankHolidays Holidays)
{
    public static HolidaysInForce Shipped { get; } = new(0, BankHolidays.Shipped);

    public HolidaysInForce And(HolidayFile newer, IEnumerable<(string Division, DateOnly Date)>? struck = null) =>
        new(newer.Number, Holidays.Without(struck ?? newer.Struck).Merge(newer.Holidays));
}
