const m = await import('/work/main/src/index.ts');
for (const t of ['Let $Av=\\lambda v$ where $v^Tv=1$ and $A$ is symmetric. Then $\\lambda\'=v^TA\'v$ and $v^Tv\'=0$.','Let $A$ be a symmetric $n\\times n$ matrix with $Av=\\lambda v$ where $v^Tv=1$. Then $\\lambda\'=v^TA\'v$ and $v^Tv\'=0$.']) {
const d=await m.judge(m.elaborate(m.read(t,{path:'x.md'}))); console.log(await m.report({seed:'a',documents:[d]},'pretty',{}));}
