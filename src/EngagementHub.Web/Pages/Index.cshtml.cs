using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EngagementHub.Web.Pages;

internal sealed class IndexModel(IOptions<HubOptions> hub) : PageModel
{
    public string Name => hub.Value.Name;
}
