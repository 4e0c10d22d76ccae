using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Blogging.Hosting;

/// <summary>The people a form offers, and the one it chose.</summary>
internal sealed class Colleagues(IStaffDirectory directory)
{
    public async Task<IReadOnlyList<SelectListItem>> ToChooseAsync(CancellationToken cancellation = default) =>
        [.. (await directory.AllAsync(cancellation)).Select(s => new SelectListItem(s.Title.Length > 0 ? $"{s.Name}, {s.Title}" : s.Name, s.Id.ToString()))];

    /// <exception cref="BrokenRuleException">Nobody like that works here.</exception>
    public async Task<StaffCard> ActiveAsync(StaffId id, string field, CancellationToken cancellation = default) =>
        await directory.FindAsync(id, cancellation) is { IsActive: true } person
            ? person
            : throw new BrokenRuleException("This person has left the department. Choose somebody else", field);

    public async Task<string> NameAsync(StaffId id, CancellationToken cancellation = default) => (await directory.FindAsync(id, cancellation))?.Name ?? "Somebody who has left";
}
