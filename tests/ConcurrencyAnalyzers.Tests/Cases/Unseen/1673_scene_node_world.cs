// Nodes of a scene know their place in the world, which is worked out when it is needed by the renderer. difficulty: hard
// Blind: a struct that is worked out anew, with a flag that is let down before.
namespace Cases.U1673;

public readonly record struct Placement(double X, double Y, double Scale)
{
    public Placement Then(Placement inner) => new(X + inner.X * Scale, Y + inner.Y * Scale, Scale * inner.Scale);
}

public class SceneNode(SceneNode? parent)
{
    private Placement _local = new(0, 0, 1);
    private Placement _world;
    private bool _stale = true;

    public Placement World
    {
        get
        {
            if (_stale) // blind: LAZY_INIT#1
            {
                _world = parent is null ? _local : parent.World.Then(_local); // blind: LAZY_INIT#1
                _stale = false; // blind: LAZY_INIT#1
            }
            return _world; // expect: LAZY_INIT?, RACE?, NON_ATOMIC?
        }
    }

    public void MoveTo(Placement local)
    {
        _local = local;
        _stale = true;
    }
}

public sealed class Sprite(SceneNode parent, double width) : SceneNode(parent)
{
    public bool IsVisible(double left, double right)
    {
        var world = World;
        return world.X + width * world.Scale >= left && world.X <= right;
    }
}

public sealed class Renderer(IReadOnlyList<Sprite> sprites)
{
    public int CountVisible(double left, double right)
    {
        int visible = 0;
        Parallel.ForEach(sprites, sprite =>
        {
            if (sprite.IsVisible(left, right))
            {
                Interlocked.Increment(ref visible);
            }
        });
        return visible;
    }
}

static class Program
{
    static void Main()
    {
        var ship = new SceneNode(null);
        var mast = new SceneNode(ship);
        var sails = Enumerable.Range(0, 500).Select(_ => new Sprite(mast, 4)).ToList();
        var renderer = new Renderer(sails);
        for (int frame = 0; frame < 60; frame++)
        {
            ship.MoveTo(new Placement(frame, 0, 1));
            mast.MoveTo(new Placement(2, 1, 0.5));
            Console.WriteLine(renderer.CountVisible(10, 40));
        }
    }
}
