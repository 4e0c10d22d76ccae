namespace EngagementHub.Blogging.Hosting;

/// <summary>A colleague who answers beside the host, and the title under which they sign.</summary>
internal sealed record CoResponder(StaffId Person, string Title)
{
    public CoResponder Checked() =>
        string.IsNullOrWhiteSpace(Title) ? throw new BrokenRuleException("Enter the title they sign with", nameof(Title)) : this with { Title = Title.Trim() };
}
