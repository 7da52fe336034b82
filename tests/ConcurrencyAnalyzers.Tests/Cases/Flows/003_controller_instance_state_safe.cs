// A controller lives for one request: what it keeps in itself nobody else sees.
using Microsoft.AspNetCore.Mvc;

namespace Cases.F003;

[ApiController]
public sealed class BasketController : ControllerBase
{
    private readonly List<string> _problems = [];
    private int _count;

    [HttpPost]
    public async Task<IActionResult> Post(string[] items)
    {
        foreach (var item in items)
        {
            if (item.Length == 0)
                _problems.Add("empty item");
            _count++;
            await Task.Yield();
        }

        return _problems.Count > 0 ? BadRequest(_problems) : Ok(_count);
    }

    [HttpGet]
    public int Get() => _count++;
}
