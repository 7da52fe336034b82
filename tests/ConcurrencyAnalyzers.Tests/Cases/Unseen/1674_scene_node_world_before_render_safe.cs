// Nodes of a scene know their place in the world, which is worked out before the renderer looks at it. difficulty: medium
namespace Cases.U1674;

public readonly record struct Placement(double X, double Y, double Scale)
{
    public Placement Then(Placement inner) => new(X + inner.X * Scale, Y + inner.Y * Scale, Scale * inner.Scale);
}

public class SceneNode
{
    private readonly List<SceneNode> _children = [];
    private Placement _local = new(0, 0, 1);
    private Placement _world;
    private bool _stale = true;

    public Placement World => _world;

    public void Attach(SceneNode child) => _children.Add(child);

    public void MoveTo(Placement local)
    {
        _local = local;
        _stale = true;
    }

    public void Update(Placement outer, bool moved)
    {
        moved |= _stale;
        if (moved)
        {
            _world = outer.Then(_local);
            _stale = false;
        }
        foreach (var child in _children)
        {
            child.Update(_world, moved);
        }
    }
}

public sealed class Sprite(double width) : SceneNode
{
    public bool IsVisible(double left, double right)
    {
        var world = World;
        return world.X + width * world.Scale >= left && world.X <= right;
    }
}

public sealed class Renderer(SceneNode root, IReadOnlyList<Sprite> sprites)
{
    private int _frame;

    public string Render(double left, double right)
    {
        root.Update(new Placement(0, 0, 1), moved: false);
        int visible = 0;
        Parallel.ForEach(sprites, sprite =>
        {
            if (sprite.IsVisible(left, right))
            {
                Interlocked.Increment(ref visible);
            }
        });
        return $"{++_frame}: {visible}";
    }
}

static class Program
{
    static void Main()
    {
        var ship = new SceneNode();
        var sails = Enumerable.Range(0, 500).Select(i => new Sprite(4 + i % 3)).ToList();
        sails.ForEach(ship.Attach);
        var renderer = new Renderer(ship, sails);
        for (int frame = 0; frame < 60; frame++)
        {
            ship.MoveTo(new Placement(frame, 0, 1));
            sails[frame].MoveTo(new Placement(2, frame, 0.5));
            Console.WriteLine(renderer.Render(10, 40));
        }
    }
}
