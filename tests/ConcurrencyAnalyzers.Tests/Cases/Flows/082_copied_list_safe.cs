// What ToList gives is a list of this call's own.
using Microsoft.AspNetCore.Mvc;

namespace Cases.F082;

[ApiController]
public sealed class MenuController : ControllerBase
{
    private static readonly string[] s_dishes = ["soup", "pie"];
    private static readonly List<string> s_drinks = ["tea"];

    [HttpGet]
    public List<string> Get(string extra)
    {
        var menu = s_dishes.ToList();
        menu.Add(extra);
        var drinks = s_drinks.ToList();
        drinks.Remove("tea");
        menu.AddRange(drinks);
        return menu;
    }
}
