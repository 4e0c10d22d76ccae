using EngagementHub.Core.Ui;
using EngagementHub.Records.Disclosure;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Records.Pages.Records.Disclosure;

/// <summary>Somebody marks words, a person or a whole item, with the exemption and the reason.</summary>
internal sealed class StrikeModel(HubDb db, Binding binding, IStaffDirectory directory, ICurrentStaff staff, TimeProvider clock) : PackPageModel(db, staff, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Exemption { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public RecordItem? Shown { get; private set; }

    public IEnumerable<Choice> Kinds =>
    [
        new(nameof(MarkKind.Words), "Words", "Wherever they stand in this release: in earlier wordings, quotations and digests too"),
        new(nameof(MarkKind.Person), "A person", "The name in every form, wherever it stands, also where a rule would leave it"),
        .. Shown is null ? (Choice[])[] : [new(nameof(MarkKind.WholeItem), "All of this item", "Only that there is one stays")],
    ];

    public void OnGet() => (Kind, Exemption) = (nameof(MarkKind.Words), Pack.Exemption);

    public async Task<IActionResult> OnPostAsync()
    {
        var rules = new BrokenRules();
        rules.Look(() => HandMark.CheckGrounds((Exemption, Reason)));
        var mark = await rules.KeepAsync(MarkAsync);
        rules.Refuse();
        Pack.Mark(mark);
        await Db.SaveChangesAsync();
        this.Notify("It is marked. This is the release with it struck.");
        return Redirect($"{Here}/preview");
    }

    protected override async Task LoadAsync() =>
        Shown = SubjectRef.TryParse(Request.Query["item"], out var item) ? await binding.ItemAsync(Pack, item, Now, HttpContext.RequestAborted) : null;

    private async Task<HandMark> MarkAsync() => Kind switch
    {
        nameof(MarkKind.Words) => HandMark.OfWords(Words, (Exemption, Reason), By, Now),
        nameof(MarkKind.Person) => await directory.FindByUserNameAsync(UserName ?? "") is { } person
            ? HandMark.OfPerson(person.Id, (Exemption, Reason), By, Now)
            : throw new BrokenRuleException("Enter the person's user name as the page of people shows it", nameof(UserName)),
        nameof(MarkKind.WholeItem) when Shown is not null => HandMark.OfItem(Shown.Of, (Exemption, Reason), By, Now),
        _ => throw new BrokenRuleException("Choose what is to be struck", nameof(Kind)),
    };
}
