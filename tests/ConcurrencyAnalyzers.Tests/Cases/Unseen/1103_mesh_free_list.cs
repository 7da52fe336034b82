using System.Collections.Concurrent;

namespace Cases.L1103;

public sealed class Mesh(int vertices)
{
    public float[] Positions { get; } = new float[vertices * 3];
    public int Used { get; set; }
}

public sealed class MeshFreeList
{
    private readonly ConcurrentQueue<Mesh> _free = new();
    private readonly ConcurrentDictionary<string, int> _rentsByScene = new();
    private readonly int _vertices;

    public MeshFreeList(int vertices) => _vertices = vertices;

    public Mesh Rent(string scene)
    {
        _rentsByScene.TryGetValue(scene, out int rents);
        _rentsByScene[scene] = rents + 1; // expect: CHECK_THEN_ACT, NON_ATOMIC?
        if (_free.Count > 0)
        {
            _free.TryDequeue(out Mesh? mesh); // expect: CHECK_THEN_ACT
            mesh!.Used = 0; // expect: CHECK_THEN_ACT?
            return mesh;
        }
        return new Mesh(_vertices);
    }

    public void Return(Mesh mesh) => _free.Enqueue(mesh);

    public int RentsOf(string scene) => _rentsByScene.TryGetValue(scene, out int rents) ? rents : 0;
}

public static class Program
{
    public static void Main()
    {
        var meshes = new MeshFreeList(256);
        Parallel.For(0, 400, chunk =>
        {
            Mesh mesh = meshes.Rent(chunk % 2 == 0 ? "terrain" : "water");
            for (int v = 0; v < 256; v++)
            {
                mesh.Positions[v * 3] = v * chunk;
                mesh.Used++;
            }
            meshes.Return(mesh);
        });
        Console.WriteLine($"{meshes.RentsOf("terrain")} {meshes.RentsOf("water")}");
    }
}
