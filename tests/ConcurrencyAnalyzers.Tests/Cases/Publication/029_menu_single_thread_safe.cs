// Nothing here runs on another thread.
namespace Cases.P029;

public sealed class Menu
{
    private List<string>? _dishes;

    public List<string> Dishes => _dishes ??= new List<string>();

    public void Add(string dish)
    {
        if (_dishes == null)
        {
            _dishes = new List<string>();
            _dishes.Add("water");
        }

        _dishes.Add(dish);
    }
}
